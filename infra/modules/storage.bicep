metadata description = 'All that the app keeps: task hub, artifacts, remembered work, audio, URL lists. No shared keys.'

@minLength(3)
@maxLength(24)
param name string

param location string
param tags object

@description('Public IPv4 address or range that may reach the account besides the network; empty for none.')
param allowedAddress string

@description('Days after which audio that was left behind is deleted.')
param audioDays int

@description('Days that a run or its report is needed at most.')
param runDays int

@description('Days without access after which remembered work and the results of lists are deleted.')
param workDays int

// A remembered result goes before the content that it refers to: reading the one reads the other, on the same day.
var contentDays = max(runDays, workDays) + 7

var lastAccess = [
  { name: 'forget-work', prefix: 'memory/', days: workDays }
  { name: 'delete-unused-content', prefix: 'artifacts/', days: contentDays }
  { name: 'delete-old-list-results', prefix: 'url-list-results/', days: workDays }
]

// Last access is tracked of block blobs alone. These rules count from the last write: journals are append blobs, and
// a video's audio is written once and read within hours.
var lastWrite = [
  { name: 'delete-forgotten-audio', prefix: 'audio/', blob: 'blockBlob', days: audioDays }
  { name: 'delete-forgotten-journals', prefix: 'memory/journals/', blob: 'appendBlob', days: contentDays }
]

var rules = concat(
  map(lastAccess, rule => {
    name: rule.name
    enabled: true
    type: 'Lifecycle'
    definition: {
      filters: { blobTypes: ['blockBlob'], prefixMatch: [rule.prefix] }
      actions: { baseBlob: { delete: { daysAfterLastAccessTimeGreaterThan: rule.days } } }
    }
  }),
  map(lastWrite, rule => {
    name: rule.name
    enabled: true
    type: 'Lifecycle'
    definition: {
      filters: { blobTypes: [rule.blob], prefixMatch: [rule.prefix] }
      actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: rule.days } } }
    }
  })
)

var containers = [
  'url-lists'
  'url-list-results'
  'artifacts'
  'memory'
  'audio'
]

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: empty(allowedAddress) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
      ipRules: empty(allowedAddress) ? [] : [
        {
          value: allowedAddress
          action: 'Allow'
        }
      ]
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      lastAccessTimeTrackingPolicy: {
        enable: true
        name: 'AccessTimeTracking'
        trackingGranularityInDays: 1
        blobType: [
          'blockBlob'
        ]
      }
    }

    resource container 'containers' = [for container in containers: {
      name: container
      properties: {
        publicAccess: 'None'
      }
    }]
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: rules
      }
    }
    dependsOn: [
      blobs
    ]
  }
}

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
