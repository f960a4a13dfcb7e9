metadata description = 'A Container Apps environment that has no address outside the virtual network.'

param name string
param location string
param tags object
param subnetId string
param workspaceId string

@description('Empty for processors only.')
@allowed(['', 'Consumption-GPU-NC8as-T4', 'Consumption-GPU-NC24-A100'])
param gpuProfile string

var processors = {
  name: 'Consumption'
  workloadProfileType: 'Consumption'
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: 'cae-${name}'
  location: location
  tags: tags
  properties: {
    vnetConfiguration: {
      infrastructureSubnetId: subnetId
      internal: true
    }
    // Not 'log-analytics', which wants the workspace's shared key.
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    workloadProfiles: empty(gpuProfile) ? [processors] : [
      processors
      {
        name: 'gpu'
        workloadProfileType: gpuProfile
      }
    ]
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

output id string = environment.id
output domain string = environment.properties.defaultDomain
output address string = environment.properties.staticIp
output profile string = empty(gpuProfile) ? 'Consumption' : 'gpu'
