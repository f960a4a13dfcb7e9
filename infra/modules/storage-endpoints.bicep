metadata description = 'Blobs, queues and tables inside the virtual network, under their usual names.'

param name string
param location string
param tags object
param storageId string
param networkId string
param subnetId string

var kinds = [
  'blob'
  'queue'
  'table'
]

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [for kind in kinds: {
  name: 'privatelink.${kind}.${environment().suffixes.storage}'
  location: 'global'
  tags: tags
}]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (kind, i) in kinds: {
  parent: zone[i]
  name: 'link-${name}'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: networkId
    }
  }
}]

resource endpoint 'Microsoft.Network/privateEndpoints@2024-07-01' = [for kind in kinds: {
  name: 'pe-${kind}-${name}'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: kind
        properties: {
          privateLinkServiceId: storageId
          groupIds: [
            kind
          ]
        }
      }
    ]
  }
}]

resource record 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [for (kind, i) in kinds: {
  parent: endpoint[i]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: kind
        properties: {
          privateDnsZoneId: zone[i].id
        }
      }
    ]
  }
}]
