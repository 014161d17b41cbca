package io.likewire.gateway.resources;

import java.util.Map;

/** Every operation of the OpenAPI file, by its operationId. */
enum ApiOperation {
    LIST_PRODUCTS("listProducts"),
    CREATE_PRODUCT("createProduct"),
    CREATE_PRODUCTS("createProducts"),
    EXPORT_PRODUCTS("exportProducts"),
    GET_PRODUCT("getProduct"),
    UPDATE_PRODUCT("updateProduct"),
    PATCH_PRODUCT("patchProduct"),
    DELETE_PRODUCT("deleteProduct"),
    LIKE_PRODUCT("likeProduct"),
    PUT_LIKE("putLike"),
    DELETE_LIKE("deleteLike"),
    QUERY_LIKES("queryLikes"),
    LIST_MY_LIKES("listMyLikes"),
    STREAM_LIKES("streamLikes"),
    CREATE_VISITOR("createVisitor"),
    REGISTER("register"),
    LOGIN("login"),
    REFRESH("refresh"),
    LOGOUT("logout"),
    CHANGE_PASSWORD("changePassword"),
    WHO_AM_I("whoAmI"),
    GET_KEYS("getKeys"),
    LIST_USERS("listUsers"),
    CHANGE_USER("changeUser"),
    GET_USER("getUser"),
    GET_HEALTH("getHealth"),
    LIST_NODES("listNodes"),
    LIST_MESSAGES("listMessages"),
    REPLAY_MESSAGES("replayMessages"),
    DROP_MESSAGES("dropMessages"),
    LIST_PRODUCTS_ALIAS("listProductsAlias"),
    LIKE_PRODUCT_ALIAS("likeProductAlias"),
    GET_HEALTH_ALIAS("getHealthAlias"),
    GET_CONTRACT("getContract"),
    GET_DOCS("getDocs"),
    LIST_PROBLEMS("listProblems"),
    GET_PROBLEM("getProblem");

    /** Operations under another address: the second form of the tutorial that clients may come from. */
    static final Map<ApiOperation, ApiOperation> ALIASES =
            Map.of(LIST_PRODUCTS_ALIAS, LIST_PRODUCTS, LIKE_PRODUCT_ALIAS, LIKE_PRODUCT, GET_HEALTH_ALIAS, GET_HEALTH);

    private final String id;

    ApiOperation(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
