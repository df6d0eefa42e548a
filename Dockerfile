# Casebook in a container: docs/install.md tells how to build and run it.
# The tag may move to a rebuilt image. To build from the same bytes each time, name the digest as well:
#   --build-arg NODE_IMAGE=node:24.21.0-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

# The first stage compiles, and is thrown away.
FROM ${NODE_IMAGE} AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends g++ make python3 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
# Node's headers are in the base image: without this they would be fetched.
ENV npm_config_nodedir=/usr/local
RUN npm ci --omit=dev --no-audit --no-fund
# It is optional, so that npm goes on when it does not compile. Here it is not.
RUN node -e "require('hnswlib-node')"
COPY deploy/prune-modules.sh deploy/
RUN sh deploy/prune-modules.sh node_modules
COPY LICENSE README.md ./
COPY corpus corpus
COPY prompts prompts
COPY src src

FROM ${NODE_IMAGE}
# All that is written goes to /data and /tmp: the root file system may be read-only.
ENV NODE_ENV=production \
    CASEBOOK_DATA_DIR=/data \
    HOST=0.0.0.0 \
    PORT=3000 \
    OPS_HOST=0.0.0.0 \
    OPS_PORT=9464 \
    npm_config_cache=/tmp/npm \
    npm_config_logs_max=0 \
    npm_config_update_notifier=false
WORKDIR /app
# The files belong to root: the server cannot change its own code.
COPY --from=build /app /app
RUN install -d -o 1000 -g 1000 -m 700 /data
VOLUME /data
# The user `node` of the base image, as a number: Kubernetes can then see that it is not root.
USER 1000:1000
EXPOSE 3000 9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.OPS_PORT + '/healthz', { signal: AbortSignal.timeout(4000) }).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# As `npm start`, but without npm in between: the signal to stop reaches the server itself.
CMD ["node", "--max-semi-space-size=4", "--optimize-for-size", "src/main.ts"]
