using EdgeGateway.Configuration;
using EdgeGateway.Store;
using EdgeGateway.Store.Evidence;
using EdgeGateway.Telemetry.Clock;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Composition;

/// <summary>The store, under its three names.</summary>
internal static class StoreRoom
{
    public static void Add(IServiceCollection services, GatewaySettings settings)
    {
        services.AddSingleton(provider => SqliteReadingStore.Open(
            Options(settings, provider.GetRequiredService<IClockJudge>()),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Random>(),
            provider.GetRequiredService<ILogger<SqliteReadingStore>>()));
        services.AddSingleton<IReadingStore>(provider => provider.GetRequiredService<SqliteReadingStore>());
        services.AddSingleton<IPackedReader>(provider => provider.GetRequiredService<SqliteReadingStore>());
        services.AddSingleton<IParkedReadings>(provider => provider.GetRequiredService<SqliteReadingStore>());
        services.AddSingleton<IMediaStore>(provider => provider.GetRequiredService<SqliteReadingStore>());
        services.AddSingleton<IMediaIndex>(provider => provider.GetRequiredService<SqliteReadingStore>());
        services.AddSingleton<IGapLedger>(provider => provider.GetRequiredService<SqliteReadingStore>());
        services.AddSingleton<IGatewayMemory>(provider => provider.GetRequiredService<SqliteReadingStore>());
    }

    /// <param name="settings">The whole configuration.</param>
    /// <param name="clock">Judge of the clock; null where nothing is written.</param>
    public static StoreOptions Options(GatewaySettings settings, IClockJudge? clock) => new()
    {
        Folder = settings.Store.Folder,
        Gateway = settings.Gateway,
        Site = settings.Site,
        CommitReadings = settings.Store.CommitReadings,
        CommitBytes = settings.Store.CommitBytes,
        WaitingReadings = settings.Store.WaitingReadings,
        WaitingBytes = settings.Store.WaitingBytes,
        DedupeMost = settings.Store.DedupeMost,
        DedupeKeep = settings.Store.DedupeKeep,
        DatabaseMost = settings.Store.DatabaseMost,
        Lanes = settings.Store.Lanes,
        Evidence = new EvidenceRule(settings.Store.Evidence.Keep, settings.Store.Evidence.Quota),
        Reserve = settings.Store.Reserve,
        Ballast = settings.Store.Ballast,
        FlashEndurance = settings.Store.FlashEndurance,
        Clock = clock,
    };
}
