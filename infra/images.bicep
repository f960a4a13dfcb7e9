targetScope = 'subscription'

metadata description = 'What must be there before images are built; hooks/build-images.sh deploys it.'

@minLength(1)
@maxLength(64)
param environmentName string

param location string

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
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

output registryName string = registry.outputs.name
output registryServer string = registry.outputs.loginServer
