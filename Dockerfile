# syntax=docker/dockerfile:1
FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
WORKDIR /src
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -B -q dependency:go-offline
COPY src/main src/main
RUN ./mvnw -B -q package -Dmaven.test.skip=true \
 && java -Djarmode=tools -jar target/tilab.jar extract --layers --destination target/layers

FROM eclipse-temurin:25.0.3_9-jre-noble AS app
WORKDIR /app
# From what changes least to what changes most, so that a new version is a small layer.
COPY --from=build /src/target/layers/dependencies/ ./
COPY --from=build /src/target/layers/snapshot-dependencies/ ./
COPY --from=build /src/target/layers/application/ ./

# The archive is written by the JVM that reads it, over the same files: one of another build or JDK would be ignored.
FROM app AS rehearsal
RUN java -XX:AOTCacheOutput=tilab.aot -jar tilab.jar --tilab.rehearsal=true --tilab.data-dir=rehearsal --server.port=0

FROM app
RUN useradd --uid 10001 --no-create-home --home-dir /app tilab \
 && install -d -o tilab -g tilab /data
COPY --from=rehearsal /app/tilab.aot ./
USER tilab
VOLUME /data
EXPOSE 8080
# Inside a container the loopback address would be reachable by nobody; publish the port to the host's own: -p 127.0.0.1:8080:8080.
ENV SERVER_ADDRESS=0.0.0.0 TILAB_DATA_DIR=/data
# A container has no zone of its own, and in UTC a day would begin at nine in the morning of Seoul. Another: -e TZ=Europe/Berlin.
ENV TZ=Asia/Seoul
# The image has no curl; bash speaks enough HTTP.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:AOTCache=tilab.aot", "-XX:MaxRAMPercentage=75", "-jar", "tilab.jar"]
