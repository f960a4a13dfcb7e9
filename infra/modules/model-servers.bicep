metadata description = 'The servers that recognise speech and write summaries, where they run, and their names.'

param name string
param location string
param tags object
param networkId string
param subnetId string
param workspaceId string
param registryServer string
param identityId string

@description('Empty for processors only.')
@allowed(['', 'Consumption-GPU-NC8as-T4', 'Consumption-GPU-NC24-A100'])
param gpuProfile string

@description('Most replicas of each server.')
param maxReplicas int

param whisperImage string
param whisperModel string

@description('Empty for no local language model.')
param llamaImage string

param llmModel string

@description('Where the app answers how many calls each server has.')
param loadUrl string

@secure()
@description('Function key for loadUrl; empty for no rule by that number.')
param loadKey string

// All that a replica can have: one GPU goes with all of its machine's processors.
var sizes = {
  none: { cores: 4, memory: '8Gi' }
  'Consumption-GPU-NC8as-T4': { cores: 8, memory: '56Gi' }
  'Consumption-GPU-NC24-A100': { cores: 24, memory: '220Gi' }
}
var size = sizes[empty(gpuProfile) ? 'none' : gpuProfile]

module environment 'model-environment.bicep' = {
  name: 'model-environment'
  params: {
    name: name
    location: location
    tags: tags
    subnetId: subnetId
    workspaceId: workspaceId
    gpuProfile: gpuProfile
  }
}

module dns 'model-environment-dns.bicep' = {
  name: 'model-environment-dns'
  params: {
    name: name
    tags: tags
    networkId: networkId
    domain: environment.outputs.domain
    address: environment.outputs.address
  }
}

module whisper 'model-server.bicep' = {
  name: 'whisper-server'
  params: {
    name: 'ca-whisper-${name}'
    location: location
    tags: tags
    environmentId: environment.outputs.id
    profile: environment.outputs.profile
    image: whisperImage
    registryServer: registryServer
    identityId: identityId
    arguments: [
      '--model'
      '/models/${whisperModel}.bin'
    ]
    // Just under the time that model-server.bicep leaves a replica to end.
    variables: [
      {
        name: 'DOTNET_SHUTDOWNTIMEOUTSECONDS'
        value: '290'
      }
    ]
    cores: size.cores
    memory: size.memory
    maxReplicas: maxReplicas
    // On processors the server recognises one recording at a time; a GPU carries four.
    callsPerReplica: empty(gpuProfile) ? 1 : 4
    loadUrl: loadUrl
    loadValue: 'speech.running'
    loadKey: loadKey
  }
}

module llama 'model-server.bicep' = if (!empty(llamaImage)) {
  name: 'llama-server'
  params: {
    name: 'ca-llama-${name}'
    location: location
    tags: tags
    environmentId: environment.outputs.id
    profile: environment.outputs.profile
    image: llamaImage
    registryServer: registryServer
    identityId: identityId
    arguments: [
      '--model'
      '/models/${llmModel}.gguf'
      '--alias'
      llmModel
    ]
    // Four slots of 8192 tokens: a segment with its prompt, and an answer.
    variables: [
      {
        name: 'LLAMA_ARG_N_GPU_LAYERS'
        value: '999'
      }
      {
        name: 'LLAMA_ARG_N_PARALLEL'
        value: '4'
      }
      {
        name: 'LLAMA_ARG_CTX_SIZE'
        value: '32768'
      }
    ]
    cores: size.cores
    memory: size.memory
    maxReplicas: maxReplicas
    callsPerReplica: 4
    loadUrl: loadUrl
    loadValue: 'summaries.running'
    loadKey: loadKey
  }
}

output whisperUrl string = whisper.outputs.url
output llamaUrl string = llama.?outputs.url ?? ''
