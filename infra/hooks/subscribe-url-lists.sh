#!/bin/sh
# Sends uploads to the url-lists container to the app. It must run after the app has started: the webhook's key is the
# app's own, and Event Grid asks the app whether it wants the events.
set -eu

fail() { echo "subscribe-url-lists: $*" >&2; exit 1; }
command -v az > /dev/null || fail "'az' is not installed; docs/azure-infrastructure.md says what is needed"
for setting in AZURE_SUBSCRIPTION_ID AZURE_RESOURCE_GROUP AZURE_FUNCTION_NAME YTTL_URL YTTL_URL_LIST_TOPIC; do
    eval "[ -n \"\${$setting:-}\" ]" || fail "$setting is not set; run 'azd provision' first"
done

# The first start pulls the image and makes the key, which takes minutes.
key=
attempt=0
while [ -z "$key" ]; do
    attempt=$((attempt + 1))
    [ "$attempt" -le 40 ] || fail "$AZURE_FUNCTION_NAME has not started in ten minutes; see 'az webapp log tail'"
    key=$(az functionapp keys list --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" \
        --name "$AZURE_FUNCTION_NAME" --query systemKeys.blobs_extension --output tsv 2> /dev/null || true)
    [ -n "$key" ] || sleep 15
done

function=${YTTL_URL_LIST_FUNCTION:-UrlListTrigger}
az eventgrid system-topic event-subscription create --subscription "$AZURE_SUBSCRIPTION_ID" \
    --resource-group "$AZURE_RESOURCE_GROUP" --system-topic-name "$YTTL_URL_LIST_TOPIC" --name url-lists \
    --endpoint-type webhook \
    --endpoint "$YTTL_URL/runtime/webhooks/blobs?functionName=Host.Functions.$function&code=$key" \
    --included-event-types Microsoft.Storage.BlobCreated \
    --subject-begins-with /blobServices/default/containers/url-lists/ --output none
echo "Uploads to url-lists start runs at $YTTL_URL"
