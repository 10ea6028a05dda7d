# Two stages: the first fills .venv as the lock says, the second runs it, without build tools, as an ordinary user.
#   docker build -t regiekompas . && docker run -p 8050:8050 -v regiekompas:/data regiekompas

FROM python:3.11-slim AS build
WORKDIR /app
COPY pyproject.toml uv.lock bootstrap.py ./
RUN python bootstrap.py run

FROM python:3.11-slim
WORKDIR /app
COPY --from=build /app/.venv .venv
COPY indicators indicators
COPY etl etl
COPY dashboard dashboard
COPY assets assets
COPY data/demo data/demo
RUN useradd --uid 10001 --no-create-home regiekompas && install -d -o regiekompas /data
ENV PATH=/app/.venv/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONUNBUFFERED=1 \
    HOST=0.0.0.0 \
    PORT=8050 \
    WAREHOUSE_DIR=/data \
    DATABASE_URL=sqlite:////data/store.sqlite
USER regiekompas
VOLUME /data
EXPOSE 8050
# The first start loads figures before it serves, and without a network it first waits for the sources.
HEALTHCHECK --start-period=90s --timeout=5s \
    CMD python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:$PORT$URL_PREFIX/gezond')"
CMD ["sh", "-c", "python -m etl run --if-empty; exec python -m dashboard serve"]
