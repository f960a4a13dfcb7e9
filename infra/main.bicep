targetScope = 'subscription'

metadata description = 'YTTL on Azure: the Durable Functions app, its model servers, and all that they stand on.'

@minLength(1)
@maxLength(64)
@description('Name of the azd environment; all names follow from it.')
param environmentName string

@description('A region with GPUs in Container Apps, where gpu is on.')
@metadata({
  azd: {
    type: 'location'
  }
})
param location string = 'swedencentral'

@description('Who may upload URL lists and read their results; empty for the app alone.')
param principalId string = ''

@allowed(['User', 'ServicePrincipal', 'Group'])
param principalType string = 'User'

@description('Public IPv4 address or range that may reach storage too; empty keeps storage inside the network.')
param allowedAddress string = ''

@description('Size of the plan\'s instances.')
@allowed(['EP1', 'EP2', 'EP3'])
param planSku string = 'EP1'

@minValue(1)
@maxValue(100)
param maxInstances int = 10

@description('A GPU for the model servers. Without, speech is recognised on processors and no local model writes.')
param gpu bool = true

@allowed(['Consumption-GPU-NC8as-T4', 'Consumption-GPU-NC24-A100'])
param gpuProfile string = 'Consumption-GPU-NC8as-T4'

@minValue(1)
param maxModelReplicas int = 2

@description('Write summaries with Azure OpenAI instead of the local language model.')
param azureOpenAi bool = false

param chatModel string = 'gpt-5-mini'
param chatVersion string = '2025-08-07'

@description('Thousands of tokens a minute.')
param chatCapacity int = 100

@description('Name of the speech model, its file\'s without .bin; empty for one that suits a GPU, or its absence.')
param whisperModel string = ''

@description('Name of the local language model, its file\'s without .gguf.')
param llmModel string = 'Qwen2.5-7B-Instruct-Q4_K_M'

@description('Model calls at once per video.')
@minValue(1)
@maxValue(256)
param maxConcurrentLlm int = 5

@description('Chunks recognised at once per video; 0 for 2 with a GPU and 1 without.')
@minValue(0)
@maxValue(256)
param maxConcurrentWhisper int = 0

@description('Videos of one playlist or URL list at once.')
@minValue(1)
param maxConcurrentVideos int = 4

@description('Hours after which a video\'s run begins nothing more.')
@minValue(1)
@maxValue(720)
param runTimeLimit int = 24

@description('Days after which finished runs are forgotten.')
@minValue(1)
@maxValue(3650)
param keepRunsDays int = 30

@description('Days after which work that no run has asked for is forgotten.')
@minValue(1)
@maxValue(3650)
param keepWorkDays int = 90

// 'azd up' asks for what has no default before the hook could set it: https://github.com/Azure/azure-dev/issues/5806
@description('Registry, repository and tag; hooks/build-images.sh builds it and sets this.')
param functionsImage string = ''

@description('As functionsImage.')
param whisperImage string = ''

@description('As functionsImage; empty for no local language model.')
param llamaImage string = ''

@description('Where alerts go; empty for the portal only.')
param alertEmail string = ''

@minValue(30)
@maxValue(730)
param retentionDays int = 30

@description('Gigabytes of logs and traces a day, after which no more are taken in until the next; -1 for no limit.')
@minValue(-1)
param dailyCapGb int = 5

@secure()
@description('What callbacks are signed with; empty sends none.')
param callbackSecret string = ''

@secure()
@description('Key for the scale rules of the model servers; hooks/build-images.sh makes it. Empty: no second replica.')
param loadKey string = ''

@secure()
@description('Content of a Netscape cookie file for yt-dlp, as text or base64; empty for none.')
param cookies string = ''

@secure()
@description('Proxy for yt-dlp and caption downloads, http://[USER:PASSWORD@]HOST:PORT; empty for none.')
param proxy string = ''

@description('More settings of docs/settings.md, as NAME=VALUE;NAME=VALUE.')
param moreSettings string = ''

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var appName = 'func-yttl-${token}'
// On processors a replica hears one recording at a time, and a large model is slower than the speech.
var speechModel = empty(whisperModel) ? (gpu ? 'ggml-large-v3-turbo' : 'ggml-base') : whisperModel
var speechCalls = maxConcurrentWhisper == 0 ? (gpu ? 2 : 1) : maxConcurrentWhisper
var llama = gpu && !azureOpenAi && !empty(llamaImage)
var secretValues = {
  'callback-secret': callbackSecret
  cookies: cookies
  proxy: proxy
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module appIdentity 'modules/identity.bicep' = {
  name: 'app-identity'
  scope: group
  params: {
    name: 'app-${token}'
    location: location
    tags: tags
  }
}

// The servers decode what strangers uploaded, so they can pull their images and reach nothing else.
module serverIdentity 'modules/identity.bicep' = {
  name: 'server-identity'
  scope: group
  params: {
    name: 'servers-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    name: token
    location: location
    tags: tags
    retentionDays: retentionDays
    dailyCapGb: dailyCapGb
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  scope: group
  params: {
    name: token
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    allowedAddress: allowedAddress
    audioDays: 7
    runDays: max(keepRunsDays, runTimeLimit / 24 + 1)
    workDays: keepWorkDays
  }
}

module storageEndpoints 'modules/storage-endpoints.bicep' = {
  name: 'storage-endpoints'
  scope: group
  params: {
    name: token
    location: location
    tags: tags
    storageId: storage.outputs.id
    networkId: network.outputs.id
    subnetId: network.outputs.endpointsSubnetId
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  scope: group
  params: {
    name: 'cr${token}'
    location: location
    tags: tags
  }
}

module secrets 'modules/secrets.bicep' = if (!empty(callbackSecret) || !empty(cookies) || !empty(proxy)) {
  name: 'secrets'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    networkId: network.outputs.id
    subnetId: network.outputs.endpointsSubnetId
    principalId: appIdentity.outputs.principalId
    names: [
      'callback-secret'
      'cookies'
      'proxy'
    ]
    values: secretValues
  }
}

module access 'modules/access.bicep' = {
  name: 'access'
  scope: group
  params: {
    storageName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
    principalId: appIdentity.outputs.principalId
  }
}

module registryAccess 'modules/registry-access.bicep' = {
  name: 'registry-access'
  scope: group
  params: {
    registryName: registry.outputs.name
    principalIds: [
      appIdentity.outputs.principalId
      serverIdentity.outputs.principalId
    ]
  }
}

module deployerAccess 'modules/deployer-access.bicep' = if (!empty(principalId)) {
  name: 'deployer-access'
  scope: group
  params: {
    storageName: storage.outputs.name
    principalId: principalId
    principalType: principalType
  }
}

module openAi 'modules/openai.bicep' = if (azureOpenAi) {
  name: 'openai'
  scope: group
  params: {
    name: token
    location: location
    tags: tags
    principalId: appIdentity.outputs.principalId
    chatModel: chatModel
    chatVersion: chatVersion
    chatCapacity: chatCapacity
  }
}

module modelServers 'modules/model-servers.bicep' = {
  name: 'model-servers'
  scope: group
  params: {
    name: token
    location: location
    tags: tags
    networkId: network.outputs.id
    subnetId: network.outputs.modelsSubnetId
    workspaceId: monitoring.outputs.workspaceId
    registryServer: registry.outputs.loginServer
    identityId: serverIdentity.outputs.id
    gpuProfile: gpu ? gpuProfile : ''
    maxReplicas: maxModelReplicas
    whisperImage: whisperImage
    whisperModel: speechModel
    llamaImage: llama ? llamaImage : ''
    llmModel: llmModel
    // The app comes after the servers, whose addresses it is given, so its own is told by its name.
    loadUrl: 'https://${appName}.azurewebsites.net/api/model-load'
    loadKey: loadKey
  }
  dependsOn: [
    registryAccess
  ]
}

module plan 'modules/plan.bicep' = {
  name: 'plan'
  scope: group
  params: {
    name: token
    location: location
    tags: tags
    sku: planSku
    maxInstances: maxInstances
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  scope: group
  params: {
    name: appName
    location: location
    tags: tags
    planId: plan.outputs.id
    subnetId: network.outputs.functionsSubnetId
    maxInstances: maxInstances
    image: functionsImage
    identityId: appIdentity.outputs.id
    identityClientId: appIdentity.outputs.clientId
    insightsConnectionString: monitoring.outputs.connectionString
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    llmProvider: azureOpenAi ? 'azure' : llama ? 'local' : 'extractive'
    llmBaseUrl: modelServers.outputs.llamaUrl
    llmModel: llama ? llmModel : ''
    maxConcurrentLlm: maxConcurrentLlm
    whisperProvider: 'local'
    whisperBaseUrl: modelServers.outputs.whisperUrl
    whisperModel: speechModel
    maxConcurrentWhisper: speechCalls
    maxConcurrentVideos: maxConcurrentVideos
    runTimeLimit: runTimeLimit
    keepRunsDays: keepRunsDays
    openAiEndpoint: openAi.?outputs.endpoint ?? ''
    openAiDeployment: openAi.?outputs.chatDeployment ?? ''
    callbackReference: empty(callbackSecret)
      ? ''
      : '@Microsoft.KeyVault(SecretUri=${secrets.?outputs.uri}secrets/callback-secret)'
    cookiesReference: empty(cookies) ? '' : '@Microsoft.KeyVault(SecretUri=${secrets.?outputs.uri}secrets/cookies)'
    proxyReference: empty(proxy) ? '' : '@Microsoft.KeyVault(SecretUri=${secrets.?outputs.uri}secrets/proxy)'
    moreSettings: moreSettings
  }
  dependsOn: [
    access
    registryAccess
    storageEndpoints
  ]
}

module urlListEvents 'modules/url-list-events.bicep' = {
  name: 'url-list-events'
  scope: group
  params: {
    name: token
    location: location
    tags: tags
    storageId: storage.outputs.id
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    name: token
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    workspaceId: monitoring.outputs.workspaceId
    email: alertEmail
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  scope: group
  params: {
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_NAME string = functionApp.outputs.name
output AZURE_STORAGE_ACCOUNT_NAME string = storage.outputs.name
output YTTL_URL string = functionApp.outputs.url
output YTTL_URL_LIST_TOPIC string = urlListEvents.outputs.topicName
