metadata description = 'Alerts for when the app fails in a way that does not pass by itself.'

param name string
param location string
param tags object
param insightsId string
param workspaceId string

@description('Where to write to; empty shows alerts in the portal only.')
param email string

var rules = [
  {
    name: 'own-failures'
    says: 'Steps fail for want of a permission, of memory, or because a tool fails'
    severity: 1
    query: loadTextContent('../queries/alert-own-failures.kql')
    scope: insightsId
  }
  {
    name: 'server-errors'
    says: 'The HTTP interface answers 5xx'
    severity: 2
    query: loadTextContent('../queries/alert-server-errors.kql')
    scope: insightsId
  }
  {
    name: 'rate-limit'
    says: 'A provider refused 100 calls with 429 in a quarter of an hour'
    severity: 3
    query: loadTextContent('../queries/alert-rate-limit.kql')
    scope: insightsId
  }
  {
    name: 'poison-queue'
    says: 'An uploaded list failed five times and was put aside'
    severity: 2
    query: loadTextContent('../queries/alert-poison-queue.kql')
    scope: insightsId
  }
  {
    name: 'daily-cap'
    says: 'The daily cap of logs and traces is reached, so no other alert can fire until tomorrow'
    severity: 2
    query: loadTextContent('../queries/alert-daily-cap.kql')
    scope: workspaceId
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'yttl'
    enabled: true
    emailReceivers: [
      {
        name: 'email'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: 'alert-${rule.name}-${name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'YTTL: ${rule.name}'
    description: rule.says
    severity: rule.severity
    enabled: true
    scopes: [
      rule.scope
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: empty(email) ? [] : [
        people.id
      ]
    }
  }
}]
