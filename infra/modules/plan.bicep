metadata description = 'Elastic Premium: containers, activities of any length, instances added as queues grow.'

param name string
param location string
param tags object

@allowed(['EP1', 'EP2', 'EP3'])
param sku string

@description('Most instances at once.')
param maxInstances int

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'elastic'
  sku: {
    name: sku
    tier: 'ElasticPremium'
  }
  properties: {
    reserved: true
    maximumElasticWorkerCount: maxInstances
  }
}

output id string = plan.id
