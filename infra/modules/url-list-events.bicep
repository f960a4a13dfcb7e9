metadata description = 'Reports uploads. The subscription follows by hook: it needs a key that the app makes.'

param name string
param location string
param tags object
param storageId string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-${name}'
  location: location
  tags: tags
  properties: {
    source: storageId
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

output topicName string = topic.name
