metadata description = 'The container images of the app and the model servers; no administrator account.'

@minLength(5)
@maxLength(50)
param name string

param location string
param tags object

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    // Basic holds 10 GB, and one image with a model can have 6.
    name: 'Standard'
  }
  properties: {
    adminUserEnabled: false
  }
}

output name string = registry.name
output loginServer string = registry.properties.loginServer
