metadata description = 'One network: a subnet for the plan, one for the model servers, one for private endpoints.'

param name string
param location string
param tags object

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: 'vnet-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.0.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.0.1.0/24'
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
      {
        name: 'functions'
        properties: {
          addressPrefix: '10.0.2.0/24'
          delegations: [
            {
              name: 'plan'
              properties: {
                serviceName: 'Microsoft.Web/serverFarms'
              }
            }
          ]
        }
      }
      {
        name: 'models'
        properties: {
          addressPrefix: '10.0.4.0/23'
          delegations: [
            {
              name: 'environment'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
    ]
  }
}

output id string = network.id
output endpointsSubnetId string = '${network.id}/subnets/endpoints'
output functionsSubnetId string = '${network.id}/subnets/functions'
output modelsSubnetId string = '${network.id}/subnets/models'
