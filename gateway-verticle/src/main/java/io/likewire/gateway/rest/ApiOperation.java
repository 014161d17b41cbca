package io.likewire.gateway.rest;

/** Every operation of the OpenAPI file, by its operationId. */
enum ApiOperation {
    LIST_PRODUCTS("listProducts"),
    CREATE_PRODUCT("createProduct"),
    GET_PRODUCT("getProduct"),
    UPDATE_PRODUCT("updateProduct"),
    PATCH_PRODUCT("patchProduct"),
    DELETE_PRODUCT("deleteProduct"),
    LIKE_PRODUCT("likeProduct"),
    PUT_LIKE("putLike"),
    DELETE_LIKE("deleteLike"),
    QUERY_LIKES("queryLikes"),
    STREAM_LIKES("streamLikes"),
    CREATE_VISITOR("createVisitor"),
    GET_USER("getUser"),
    GET_HEALTH("getHealth"),
    GET_CONTRACT("getContract"),
    GET_DOCS("getDocs"),
    LIST_PROBLEMS("listProblems"),
    GET_PROBLEM("getProblem");

    private final String id;

    ApiOperation(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
