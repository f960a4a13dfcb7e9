metadata description = 'The performance traces as a page of Application Insights.'

param location string
param tags object
param insightsId string

var charts = [
  {
    title: 'Time per step'
    query: loadTextContent('../queries/time-per-step.kql')
    visualization: 'table'
  }
  {
    title: 'Fan-out: steps in work at once'
    query: loadTextContent('../queries/fan-out.kql')
    visualization: 'linechart'
  }
  {
    title: 'Retries by category'
    query: loadTextContent('../queries/retries.kql')
    visualization: 'barchart'
  }
  {
    title: 'Tokens and cost by video'
    query: loadTextContent('../queries/cost-per-video.kql')
    visualization: 'table'
  }
]

var parameters = {
  type: 9
  name: 'parameters'
  content: {
    version: 'KqlParameterItem/1.0'
    style: 'pills'
    queryType: 0
    resourceType: 'microsoft.insights/components'
    parameters: [
      {
        id: guid(insightsId, 'TimeRange')
        version: 'KqlParameterItem/1.0'
        name: 'TimeRange'
        label: 'Time'
        type: 4
        isRequired: true
        value: {
          durationMs: 86400000
        }
        typeSettings: {
          selectableValues: [
            { durationMs: 3600000 }
            { durationMs: 86400000 }
            { durationMs: 604800000 }
            { durationMs: 2592000000 }
          ]
          allowCustom: true
        }
      }
      {
        id: guid(insightsId, 'InputPrice')
        version: 'KqlParameterItem/1.0'
        name: 'InputPrice'
        label: 'Price of a million tokens read'
        type: 1
        isRequired: true
        value: '0'
      }
      {
        id: guid(insightsId, 'OutputPrice')
        version: 'KqlParameterItem/1.0'
        name: 'OutputPrice'
        label: 'Price of a million tokens written'
        type: 1
        isRequired: true
        value: '0'
      }
    ]
  }
}

var items = [for chart in charts: {
  type: 3
  name: chart.title
  content: {
    version: 'KqlItem/1.0'
    title: chart.title
    query: chart.query
    size: 0
    timeContextFromParameter: 'TimeRange'
    queryType: 0
    resourceType: 'microsoft.insights/components'
    crossComponentResources: [
      insightsId
    ]
    visualization: chart.visualization
  }
}]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(insightsId, 'yttl')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'YTTL performance'
    category: 'workbook'
    sourceId: insightsId
    version: '1.0'
    serializedData: string({
      version: 'Notebook/1.0'
      items: concat([parameters], items)
      fallbackResourceIds: [
        insightsId
      ]
    })
  }
}
