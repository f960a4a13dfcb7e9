metadata description = 'Lets the person or pipeline that deploys upload URL lists and read their results, and nothing else there.'

param storageName string
param principalId string

@allowed(['User', 'ServicePrincipal', 'Group'])
param principalType string

// Reports are read over HTTP, with a function key.
var roles = [
  { container: 'url-lists', role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' } // Storage Blob Data Contributor
  { container: 'url-list-results', role: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' } // Storage Blob Data Reader
]

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = [for entry in roles: {
      name: entry.container
    }]
  }
}

resource onContainer 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (entry, i) in roles: {
  name: guid(storage::blobs::container[i].id, principalId, entry.role)
  scope: storage::blobs::container[i]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    principalId: principalId
    principalType: principalType
  }
}]
