#!/bin/sh
# Makes the key by which the scale rules of the model servers read the app's calls. It opens that one function only. The
# app must have started: it keeps its keys itself.
set -eu

fail() { echo "allow-scaling: $*" >&2; exit 1; }
command -v az > /dev/null || fail "'az' is not installed; docs/azure-infrastructure.md says what is needed"
for setting in AZURE_SUBSCRIPTION_ID AZURE_RESOURCE_GROUP AZURE_FUNCTION_NAME YTTL_LOAD_KEY; do
    eval "[ -n \"\${$setting:-}\" ]" || fail "$setting is not set; run 'azd provision' first"
done

# From standard input: arguments are seen in the list of processes.
printf %s "$YTTL_LOAD_KEY" | az functionapp function keys set --subscription "$AZURE_SUBSCRIPTION_ID" \
    --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_NAME" --function-name ModelLoad \
    --key-name scaler --key-value @- --output none
echo "The model servers may read the calls of $AZURE_FUNCTION_NAME"
