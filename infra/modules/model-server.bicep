metadata description = 'One server that speaks the OpenAI protocol, from nothing to a few replicas as calls come in.'

param name string
param location string
param tags object
param environmentId string

@description('A workload profile of the environment.')
param profile string

@description('Registry, repository and tag; the model is in the image.')
param image string

param registryServer string
param identityId string

@description('After the image\'s own entry point.')
param arguments array

param variables array

@description('Virtual processors of one replica.')
param cores int

@description('Memory of one replica, as in 8Gi.')
param memory string

param maxReplicas int

@description('Calls in work at one replica before another is started.')
@minValue(1)
param callsPerReplica int

@description('Where the app answers how many calls each server has.')
param loadUrl string

@description('Path of this server\'s number in that answer.')
param loadValue string

@secure()
@description('Function key for loadUrl; empty for no rule by that number.')
param loadKey string

// Wakes the server: while there is no replica, only the ingress sees a call. It counts the requests that came in 15 s,
// so calls that take minutes are next to none for it, and it never asks for a second replica.
var byRequests = {
  name: 'calls'
  http: {
    metadata: {
      concurrentRequests: string(callsPerReplica)
    }
  }
}

// https://keda.sh/docs/latest/scalers/metrics-api/
var byLoad = {
  name: 'load'
  custom: {
    type: 'metrics-api'
    metadata: {
      url: loadUrl
      valueLocation: loadValue
      targetValue: string(callsPerReplica)
      authMode: 'apiKey'
      method: 'header'
      keyParamName: 'x-functions-key'
    }
    auth: [
      {
        secretRef: 'load-key'
        triggerParameter: 'apiKey'
      }
    ]
  }
}

resource server 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    managedEnvironmentId: environmentId
    workloadProfileName: profile
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        // Outside the environment, where the Functions app is; the environment itself is inside the network.
        external: true
        allowInsecure: false
        targetPort: 8080
        transport: 'http'
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      // For the scaler alone: the container does not get it.
      secrets: empty(loadKey) ? [] : [
        {
          name: 'load-key'
          value: loadKey
        }
      ]
    }
    template: {
      // A replica that is no longer needed finishes the calls that it has.
      terminationGracePeriodSeconds: 300
      containers: [
        {
          name: 'server'
          image: image
          args: arguments
          env: variables
          resources: {
            cpu: cores
            memory: memory
          }
          probes: [
            {
              // Ten failures are the most that can be asked for: five minutes to load the model.
              type: 'Startup'
              httpGet: {
                path: '/health'
                port: 8080
              }
              periodSeconds: 30
              failureThreshold: 10
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/health'
                port: 8080
              }
              periodSeconds: 10
            }
          ]
        }
      ]
      scale: {
        minReplicas: 0
        maxReplicas: maxReplicas
        rules: empty(loadKey) ? [byRequests] : [byRequests, byLoad]
      }
    }
  }
}

output url string = 'https://${server.properties.configuration.ingress.fqdn}/v1'
