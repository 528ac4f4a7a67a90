using System.Reflection;
using EdgeGateway.Commands;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Uplink;
using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Downlink;
using EdgeGateway.Uplink.Failover;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Manifest;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.Orders;
using EdgeGateway.Uplink.State;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeGateway.Composition;

/// <summary>From the store to the platform. Public, so that tests and benchmarks put the real one together.</summary>
public static class UplinkRoom
{
    public static void Add(IServiceCollection services, GatewaySettings settings)
    {
        var topics = new Topics(settings.Uplink.Root, settings.Site, settings.Gateway);
        services.AddSingleton(topics);
        services.AddSingleton(settings.Uplink);
        services.AddSingleton(new ForwarderLimits { Media = settings.Uplink.Pictures, BackfillThreshold = settings.Uplink.Backfill.Threshold });
        services.AddSingleton(provider => Identity(settings, topics, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Audience>();
        AddConfirmation(services, settings);
        services.AddSingleton<UplinkMeter>();
        services.AddSingleton<BackfillPace>();
        services.AddSingleton<Forwarder>();
        services.AddSingleton<StateMessages>();
        services.AddSingleton<StatePublisher>();
        services.AddSingleton<ConnectionCounter>();
        services.AddSingleton<BrokerPatience>();
        services.AddSingleton(new FailoverLimits());
        services.AddSingleton<BrokerChoice>();
        services.AddSingleton<BrokerProbe>();
        services.AddSingleton<ReturnWatch>();
        services.AddSingleton<ITcpDialer, TcpDialer>();
        services.AddSingleton<IVersionMemory, BrokerVersions>();
        services.AddSingleton<MqttConnector>();
        services.AddSingleton<UplinkService>();
        services.AddSingleton<ICommandHandler, PaceHandler>();
        services.AddSingleton<ICommandHandler, ReplayHandler>();
        services.AddSingleton<ICommandHandler, AnnounceHandler>();
        services.AddSingleton<ICommandHandler, FetchHandler>();
    }

    private static void AddConfirmation(IServiceCollection services, GatewaySettings settings)
    {
        services.AddSingleton(new ConfirmationLimits { ReceiptPatience = settings.Uplink.ReceiptPatience });
        services.AddSingleton<ConfirmationMode>();
        services.AddSingleton<Delivery>();
        services.AddSingleton<StoreGaps>();
        services.AddSingleton<IGapAnswers>(provider => provider.GetRequiredService<StoreGaps>());
        services.AddSingleton<GapSearch>();
        services.AddSingleton<ReceiptDesk>();
        services.AddSingleton<PlatformPresence>();
        services.AddSingleton<TailWatch>();
        services.AddSingleton<MediaDesk>();
        services.AddSingleton<MediaWatch>();
        services.AddSingleton<ConfirmationLoop>();
        services.AddSingleton<ICommandPort, InboxCommandPort>();
        services.AddSingleton<ReplyOutbox>();
        services.AddSingleton<ICommandReplies>(provider => provider.GetRequiredService<ReplyOutbox>());
        services.AddSingleton<DownlinkDispatcher>();
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<TopicPoints>();
        services.AddSingleton<ISettledGaps>(provider => provider.GetRequiredService<StoreGaps>());
        services.AddSingleton(new ManifestPlan(settings.Uplink.Manifest));
        services.AddSingleton<ManifestMark>();
        services.AddSingleton<ManifestPublisher>();
        services.AddSingleton<LinkCompanions>();
    }

    private static GatewayIdentity Identity(GatewaySettings settings, Topics topics, TimeProvider time)
    {
        string version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0.0.0";
        var devices = settings.Devices.Where(device => device.Enabled).Select(device => new CatalogueDevice(
            device.Id, device.Driver.Name, version, device.Driver.Kinds, [.. device.Driver.Kinds.Select(SchemaIds.SchemaOf)]));
        return new GatewayIdentity(topics, settings.Gateway, version, time.GetUtcNow(), settings.Digest, new Catalogue([.. devices]));
    }
}
