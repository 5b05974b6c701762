# syntax=docker/dockerfile:1

# Node's current LTS line. Pin a digest in your own builds: `--build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:…`
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY scripts/bundle.mjs ./scripts/
COPY src ./src
# The empty database is made for its owner only; the service, another user, copies it.
RUN npm run build && chmod -R a+rX,go-w dist
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="Gatehouse" \
      org.opencontainers.image.description="OAuth 2.1 authorization server, protected MCP server, personal-data guard and audit trail" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /app
# A container has no loopback of the host: it listens everywhere and the published port decides who reaches it.
ENV HOST=0.0.0.0 \
    PORT=8081 \
    DATA_DIR=/data \
    LOG_DIR=/logs
RUN install --directory --owner=node --group=node --mode=0700 /data /logs
COPY --from=build /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY deploy/docker/healthcheck.mjs ./deploy/docker/
COPY --from=build /app/dist ./dist
USER node
VOLUME ["/data", "/logs"]
EXPOSE 8081
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "deploy/docker/healthcheck.mjs"]
# Node answers SIGTERM itself: requests in flight are finished before it ends.
CMD ["node", "--enable-source-maps", "dist/main.js"]
