metadata description = 'The Durable Functions app in its container; a setting that is not here has its default.'

param name string
param location string
param tags object
param planId string
param subnetId string

@description('Most instances at once; activities at once are this times host.json\'s limit per instance.')
param maxInstances int

@description('Registry, repository and tag.')
param image string

param identityId string
param identityClientId string
param insightsConnectionString string
param blobEndpoint string
param queueEndpoint string
param tableEndpoint string

@description('azure, local or extractive.')
param llmProvider string

@description('Up to /v1; empty where the provider has its own address.')
param llmBaseUrl string

param llmModel string

@description('azure or local.')
param whisperProvider string

param whisperBaseUrl string
param whisperModel string

@description('Empty for no Azure OpenAI.')
param openAiEndpoint string

param openAiDeployment string

@description('Model calls at once per video.')
param maxConcurrentLlm int

@description('Chunks recognised at once per video.')
param maxConcurrentWhisper int

@description('Videos of one playlist or URL list at once.')
param maxConcurrentVideos int

@description('Hours after which a video\'s run begins nothing more.')
param runTimeLimit int

@description('Days after which finished runs are forgotten.')
param keepRunsDays int

@description('A Key Vault reference to what callbacks are signed with; empty sends none.')
param callbackReference string

@description('A Key Vault reference to cookies for yt-dlp; empty for none.')
param cookiesReference string

@description('A Key Vault reference to a proxy for yt-dlp; empty for none.')
param proxyReference string

@description('More settings of docs/settings.md, as NAME=VALUE;NAME=VALUE.')
param moreSettings string

var more = toObject(
  filter(split(moreSettings, ';'), setting => contains(setting, '=')),
  setting => trim(split(setting, '=')[0]),
  setting => substring(setting, indexOf(setting, '=') + 1)
)

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux,container'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: planId
    virtualNetworkSubnetId: subnetId
    keyVaultReferenceIdentity: identityId
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'DOCKER|${image}'
      acrUseManagedIdentityCreds: true
      acrUserManagedIdentityID: identityClientId
      vnetRouteAllEnabled: true
      // The queues that say how many instances are needed can be read from inside the network only.
      functionsRuntimeScaleMonitoringEnabled: true
      minimumElasticInstanceCount: 1
      functionAppScaleLimit: maxInstances
      healthCheckPath: '/api/health'
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union({
    FUNCTIONS_EXTENSION_VERSION: '~4'
    FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
    WEBSITES_ENABLE_APP_SERVICE_STORAGE: 'false'
    AZURE_CLIENT_ID: identityClientId
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    AzureWebJobsStorage__blobServiceUri: blobEndpoint
    AzureWebJobsStorage__queueServiceUri: queueEndpoint
    AzureWebJobsStorage__tableServiceUri: tableEndpoint
    APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    AZURE_OPENAI_ENDPOINT: openAiEndpoint
    AZURE_OPENAI_DEPLOYMENT: openAiDeployment
    YTTL_LLM_PROVIDER: llmProvider
    YTTL_LLM_BASE_URL: llmBaseUrl
    YTTL_LLM_MODEL: llmModel
    YTTL_MAX_CONCURRENT_LLM: string(maxConcurrentLlm)
    YTTL_WHISPER_PROVIDER: whisperProvider
    YTTL_WHISPER_BASE_URL: whisperBaseUrl
    YTTL_WHISPER_MODEL: whisperModel
    YTTL_MAX_CONCURRENT_WHISPER: string(maxConcurrentWhisper)
    YTTL_MAX_CONCURRENT_VIDEOS: string(maxConcurrentVideos)
    // Their least is no instance: model-server.bicep.
    YTTL_MODELS_ON_DEMAND: 'true'
    YTTL_CALLBACK_SECRET: callbackReference
    YTTL_COOKIES: cookiesReference
    YTTL_PROXY: proxyReference
    YTTL_RUN_TIME_LIMIT: string(runTimeLimit)
    YTTL_KEEP_RUNS_DAYS: string(keepRunsDays)
    YTTL_PURGE_SCHEDULE: '0 30 3 * * *'
    YTTL_TASK_HUB: 'yttl'
    // Events instead of scanning; hooks/subscribe-url-lists.sh sends them.
    AzureWebJobs_UrlListTrigger_Disabled: 'false'
    AzureWebJobs_UrlListScan_Disabled: 'true'
  }, more)
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
