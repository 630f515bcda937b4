# The pages, built once.
FROM node:20-slim AS pages
WORKDIR /klynge
COPY web/package.json web/package-lock.json web/.npmrc web/
RUN npm --prefix web ci --silent
COPY web web
COPY clients/ts clients/ts
RUN npm --prefix web run build

FROM python:3.11-slim
WORKDIR /klynge
COPY requirements.lock .
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY domain domain
COPY proof proof
COPY eventstore eventstore
COPY projections projections
COPY api api
COPY realtime realtime
COPY klynge klynge
COPY clients clients
COPY stories stories
COPY --from=pages /klynge/web/pages.json web/pages.json
COPY --from=pages /klynge/web/dist web/dist
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
 && useradd --system klynge && mkdir /record /erasures && chown klynge /record /erasures
USER klynge
ENV KLYNGE_STORE=sqlite:////record/klynge.db KLYNGE_BIND=0.0.0.0:8000
VOLUME /record
EXPOSE 8000
CMD ["klynge", "serve"]
