# A model server with its model inside: nothing to mount, no key to a share, and a replica starts with what was tested.
ARG BASE
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS model
ARG MODEL_URL
ARG MODEL_SHA256
RUN curl --fail --location --silent --show-error --retry 5 --output /model "$MODEL_URL" \
    && echo "$MODEL_SHA256  /model" | sha256sum --check \
    && chmod 644 /model

FROM ${BASE}
ARG MODEL_FILE
COPY --from=model /model /models/${MODEL_FILE}
