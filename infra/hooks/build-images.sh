#!/bin/sh
# Builds the images in the registry and tells azd their names. What is there already is not built again.
set -eu
cd "$(dirname "$0")/../.."

fail() { echo "build-images: $*" >&2; exit 1; }
for tool in az azd git; do
    command -v "$tool" > /dev/null || fail "'$tool' is not installed; docs/azure-infrastructure.md says what is needed"
done
for setting in AZURE_ENV_NAME AZURE_LOCATION AZURE_SUBSCRIPTION_ID; do
    eval "[ -n \"\${$setting:-}\" ]" || fail "$setting is not set: azd env set $setting VALUE"
done

outputs=$(az deployment sub create --subscription "$AZURE_SUBSCRIPTION_ID" --name "yttl-images-$AZURE_ENV_NAME" \
    --location "$AZURE_LOCATION" --template-file infra/images.bicep \
    --parameters environmentName="$AZURE_ENV_NAME" location="$AZURE_LOCATION" \
    --query '[properties.outputs.registryName.value, properties.outputs.registryServer.value]' --output tsv)
registry=$(echo "$outputs" | sed -n 1p)
server=$(echo "$outputs" | sed -n 2p)
[ -n "$server" ] || fail "the registry was deployed without a name: $outputs"

# version PATH...: the last commit that touched them; with changes not committed, also the time.
version() {
    commit=$(git log -1 --format=%h --abbrev=12 -- "$@")
    if [ -n "$(git status --porcelain -- "$@")" ]; then
        commit="$commit-$(date -u +%Y%m%d%H%M%S)"
    fi
    echo "$commit"
}

# build REPOSITORY TAG DOCKERFILE [--build-arg NAME=VALUE]...
build() {
    repository=$1 tag=$2 dockerfile=$3
    shift 3
    if az acr repository show --subscription "$AZURE_SUBSCRIPTION_ID" --name "$registry" \
        --image "$repository:$tag" --output none 2> /dev/null; then
        echo "$repository:$tag is in the registry"
    else
        az acr build --subscription "$AZURE_SUBSCRIPTION_ID" --registry "$registry" --image "$repository:$tag" \
            --file "$dockerfile" --timeout 7200 "$@" . ||
            fail "the registry did not build $repository:$tag. To build it with Docker, and then run azd again:
    az acr login --subscription $AZURE_SUBSCRIPTION_ID --name $registry
    docker build --platform linux/amd64 --file $dockerfile --tag $server/$repository:$tag $* .
    docker push $server/$repository:$tag"
    fi
}

# with_model REPOSITORY TAG BASE URL SHA256 FILE
with_model() {
    build "$1" "$2" infra/images/with-model.Dockerfile --build-arg "BASE=$3" --build-arg "MODEL_URL=$4" \
        --build-arg "MODEL_SHA256=$5" --build-arg "MODEL_FILE=$6"
}

gpu=${YTTL_GPU:-true}

# The digests are those that huggingface.co shows for the default models; another model needs its own.
if [ "$gpu" = true ]; then
    default_whisper=ggml-large-v3-turbo
    default_whisper_sha256=1fc70f774d38eb169993ac391eea357ef47c88757ef72ee5943879b7e8e2bc69
else
    default_whisper=ggml-base
    default_whisper_sha256=60ed5bc3dd14eea856493d334349b405782ddcaf0028d4b5df4088345fba2efe
fi
whisper=${YTTL_WHISPER_MODEL:-$default_whisper}
whisper_url=${YTTL_WHISPER_MODEL_URL:-https://huggingface.co/ggerganov/whisper.cpp/resolve/main/$whisper.bin}
whisper_sha256=${YTTL_WHISPER_MODEL_SHA256:-}
if [ -z "$whisper_sha256" ]; then
    [ "$whisper" = "$default_whisper" ] || fail "azd env set YTTL_WHISPER_MODEL_SHA256 DIGEST, for $whisper_url"
    whisper_sha256=$default_whisper_sha256
fi

shared='Directory.Build.props Directory.Packages.props global.json .editorconfig'
# shellcheck disable=SC2086 # a list of paths without spaces
functions_tag=$(version $shared host.json src/Yttl.Functions src/Yttl.Workflows src/Yttl.Core)
build yttl-functions "$functions_tag" src/Yttl.Functions/Dockerfile

if [ "$gpu" = true ]; then
    flavour=cuda12 dockerfile=src/Yttl.Whisper/Dockerfile.cuda12
else
    flavour=cpu dockerfile=src/Yttl.Whisper/Dockerfile
fi
# shellcheck disable=SC2086
base_tag="$(version $shared src/Yttl.Whisper)-$flavour"
build yttl-whisper "$base_tag" "$dockerfile"
whisper_tag="$base_tag-$(echo "$whisper_sha256" | cut -c1-12)"
with_model yttl-whisper-model "$whisper_tag" "$server/yttl-whisper:$base_tag" \
    "$whisper_url" "$whisper_sha256" "$whisper.bin"

llama_image=
if [ "$gpu" = true ] && [ "${YTTL_AZURE_OPENAI:-false}" != true ]; then
    default_llm=Qwen2.5-7B-Instruct-Q4_K_M
    llm=${YTTL_LLM_MODEL:-$default_llm}
    llm_url=${YTTL_LLM_MODEL_URL:-}
    llm_sha256=${YTTL_LLM_MODEL_SHA256:-}
    if [ "$llm" = "$default_llm" ]; then
        revision=8911e8a47f92bac19d6f5c64a2e2095bd2f7d031
        llm_url=${llm_url:-https://huggingface.co/bartowski/Qwen2.5-7B-Instruct-GGUF/resolve/$revision/$llm.gguf}
        llm_sha256=${llm_sha256:-65b8fcd92af6b4fefa935c625d1ac27ea29dcb6ee14589c55a8f115ceaaa1423}
    fi
    [ -n "$llm_url" ] && [ -n "$llm_sha256" ] \
        || fail "$llm needs its address and digest: azd env set YTTL_LLM_MODEL_URL and YTTL_LLM_MODEL_SHA256"
    llama_base=${YTTL_LLAMA_BASE_IMAGE:-ghcr.io/ggml-org/llama.cpp:server-cuda-b11206}
    llama_tag="$(echo "$llama_base" | sed 's/.*[:@]//' | cut -c1-40)-$(echo "$llm_sha256" | cut -c1-12)"
    with_model yttl-llama-model "$llama_tag" "$llama_base" "$llm_url" "$llm_sha256" "$llm.gguf"
    llama_image="$server/yttl-llama-model:$llama_tag"
fi

# What the scale rules of the model servers show the app; hooks/allow-scaling.sh tells the app of it.
if [ -z "${YTTL_LOAD_KEY:-}" ]; then
    azd env set YTTL_LOAD_KEY "$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')"
fi

azd env set YTTL_FUNCTIONS_IMAGE "$server/yttl-functions:$functions_tag"
azd env set YTTL_WHISPER_IMAGE "$server/yttl-whisper-model:$whisper_tag"
azd env set YTTL_LLAMA_IMAGE "$llama_image"
