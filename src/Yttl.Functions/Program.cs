using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Settings;
using Yttl.Functions.Engine;
using Yttl.Functions.Hosting;
using Yttl.Functions.Http;
using Yttl.Functions.Logging;
using Yttl.Functions.Settings;
using Yttl.Functions.Storage;

SettingName.WordBy(AppSettings.NameOf, AppSettings.Takes);

var builder = FunctionsApplication.CreateBuilder(args);
FileModes.KeepPrivate();
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<HttpFaults>();
builder.UseMiddleware<RunIdentity>();
Composition.AddTo(builder.Services, builder.Configuration);

var app = builder.Build();
foreach (var note in app.Services.GetRequiredService<Configuration>().Notes)
    Log.SettingUnused(app.Services.GetRequiredService<ILogger<Program>>(), note);
await app.Services.GetRequiredService<BlobContainers>().CreateAsync(CancellationToken.None);
await app.RunAsync();
