# One target for each service: docker build --target likes -t likewire/likes .
# Stages: build (Maven) -> runtime (a Java of only what is used) -> each service, rehearsed once so that it starts sooner.
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-17
ARG BASE_IMAGE=debian:13-slim

FROM ${MAVEN_IMAGE} AS build
# The time of all files; the jars have theirs from the pom.
ARG SOURCE_DATE_EPOCH=1767225600
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/var/cache/maven \
    mvn -B -ntp -Dmaven.repo.local=/var/cache/maven -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcyclonedx.skip=true \
        -pl products-verticle,likes-verticle,auth-verticle,gateway-verticle,tutorial-bridge -am package
RUN for module in products-verticle likes-verticle auth-verticle gateway-verticle tutorial-bridge; do \
      image=/images/${module%-verticle}; \
      mkdir -p "$image" && \
      cp -R "$module/target/lib" "$image/lib" && \
      cp "$module/target/$module.jar" "$image/service.jar" && \
      cp platform/target/platform.jar "$image/ready.jar" || exit 1; \
    done; \
    find /images -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

FROM ${MAVEN_IMAGE} AS java
RUN jlink --output /opt/java --no-header-files --no-man-pages --strip-java-debug-attributes \
      --add-modules java.desktop,java.logging,java.management,java.naming,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.crypto.ec,jdk.management,jdk.net,jdk.unsupported && \
    /opt/java/bin/java -Xshare:dump

FROM ${BASE_IMAGE} AS runtime
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.vendor="Likewire" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=java /opt/java /opt/java
ENV PATH=/opt/java/bin:/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8
WORKDIR /app
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["java", "-Xint", "-XX:+UseSerialGC", "-Xmx16m", "-cp", "/app/ready.jar", "io.likewire.platform.launch.ReadyCheck"]
# Half of the container's memory is heap; buffers, classes, code and threads share the rest. More options: JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/app/service.jsa", "-XX:MaxRAMPercentage=50", "-XX:MaxDirectMemorySize=96m", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/service.jar"]

# The JVM refuses an archive whose jars differ in time, size or place: so it is made where they will be.
FROM runtime AS rehearsal
USER 0
COPY deploy/images/train.sh /

FROM rehearsal AS products-rehearsal
ENV SERVICE=products MANAGEMENT_PORT=9091
COPY --from=build /images/products /app
RUN /train.sh
FROM runtime AS products
LABEL org.opencontainers.image.title="likewire/products" org.opencontainers.image.description="products-verticle: owns the products"
ENV MANAGEMENT_PORT=9091
COPY --from=build /images/products/lib /app/lib
COPY --from=build /images/products/*.jar /app/
COPY --from=products-rehearsal /app/service.jsa /app/

FROM rehearsal AS likes-rehearsal
ENV SERVICE=likes MANAGEMENT_PORT=9092
COPY --from=build /images/likes /app
RUN /train.sh
FROM runtime AS likes
LABEL org.opencontainers.image.title="likewire/likes" org.opencontainers.image.description="likes-verticle: owns who likes what"
ENV MANAGEMENT_PORT=9092
COPY --from=build /images/likes/lib /app/lib
COPY --from=build /images/likes/*.jar /app/
COPY --from=likes-rehearsal /app/service.jsa /app/

FROM rehearsal AS auth-rehearsal
ENV SERVICE=auth MANAGEMENT_PORT=9093
COPY --from=build /images/auth /app
RUN /train.sh
FROM runtime AS auth
LABEL org.opencontainers.image.title="likewire/auth" org.opencontainers.image.description="auth-verticle: owns accounts and sessions"
ENV MANAGEMENT_PORT=9093
COPY --from=build /images/auth/lib /app/lib
COPY --from=build /images/auth/*.jar /app/
COPY --from=auth-rehearsal /app/service.jsa /app/

FROM rehearsal AS tutorial-bridge-rehearsal
ENV SERVICE=tutorial-bridge MANAGEMENT_PORT=9094
COPY --from=build /images/tutorial-bridge /app
RUN /train.sh
FROM runtime AS tutorial-bridge
LABEL org.opencontainers.image.title="likewire/tutorial-bridge" org.opencontainers.image.description="tutorial-bridge: lets services of the tutorial work beside Likewire's"
ENV MANAGEMENT_PORT=9094
COPY --from=build /images/tutorial-bridge/lib /app/lib
COPY --from=build /images/tutorial-bridge/*.jar /app/
COPY --from=tutorial-bridge-rehearsal /app/service.jsa /app/

FROM rehearsal AS gateway-rehearsal
ENV SERVICE=gateway MANAGEMENT_PORT=9090
COPY --from=build /images/gateway /app
RUN /train.sh
FROM runtime AS gateway
LABEL org.opencontainers.image.title="likewire/gateway" org.opencontainers.image.description="gateway-verticle: REST, live counts and pages"
ENV MANAGEMENT_PORT=9090
COPY --from=build /images/gateway/lib /app/lib
COPY --from=build /images/gateway/*.jar /app/
COPY --from=gateway-rehearsal /app/service.jsa /app/
ENV HTTP_HOST=0.0.0.0
EXPOSE 8080
