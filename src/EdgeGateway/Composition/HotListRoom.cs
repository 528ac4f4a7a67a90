using EdgeGateway.Commands;
using EdgeGateway.Commands.HotList;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Store;
using EdgeGateway.Store.HotList;
using EdgeGateway.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Composition;

/// <summary>Plates that somebody looks for: where they are kept, who finds them, and the ways in.</summary>
internal static class HotListRoom
{
    public static void Add(IServiceCollection services, GatewaySettings settings)
    {
        services.AddSingleton(settings.HotList);
        services.AddSingleton(provider => Begun(provider, settings));
        services.AddSingleton<NoticeBox>();
        services.AddSingleton<IPlateWatch, PlateWatch>();
        services.AddSingleton<HotListAudit>();
        services.AddSingleton(provider => new HotListClerk(
            provider.GetRequiredService<HotListBook>(), provider.GetRequiredService<HotListAudit>(), provider.GetRequiredService<TimeProvider>(), settings.HotList.MaxEntries));
        services.AddSingleton<IHotListDesk, HotListDesk>();
        services.AddSingleton<ICommandHandler, PutHandler>();
        services.AddSingleton<ICommandHandler, RemoveHandler>();
        services.AddSingleton<ICommandHandler, ReplaceHandler>();
        services.AddSingleton(provider => new HotListLife(
            provider.GetRequiredService<HotListBook>(), provider.GetRequiredService<HotListAudit>(), Importer(provider, settings)));
    }

    /// <remarks>The store owns the folder: nothing in it is touched before the store is open.</remarks>
    private static HotListBook Begun(IServiceProvider provider, GatewaySettings settings)
    {
        _ = provider.GetRequiredService<SqliteReadingStore>();
        var time = provider.GetRequiredService<TimeProvider>();
        var book = new HotListBook(
            new HotListFolder(settings.Store.Folder, time), time, provider.GetRequiredService<FaultCounters>(), provider.GetRequiredService<ILogger<HotListBook>>());
        book.Start();
        return book;
    }

    private static ListImporter? Importer(IServiceProvider provider, GatewaySettings settings) => settings.HotList.ImportFolder is not { } folder ? null : new ListImporter(
        new Files(new ImportFolder(folder, CommandLimits.EnvelopeBytes)),
        provider.GetRequiredService<CommandJudge>(),
        provider.GetRequiredService<CommandClock>(),
        provider.GetRequiredService<HotListClerk>(),
        provider.GetRequiredService<HotListAudit>(),
        settings.HotList,
        settings.Gateway,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<ListImporter>>());

    /// <summary>Files lie in the store's room.</summary>
    private sealed class Files(ImportFolder folder) : IListFiles
    {
        public IReadOnlyList<(string Name, byte[] Envelope)> Offers() => folder.Offers();

        public Stream Open(string name) => folder.Open(name);

        public void Answer(string name, byte[] envelope, byte[] result) => folder.Answer(name, envelope, result);
    }
}
