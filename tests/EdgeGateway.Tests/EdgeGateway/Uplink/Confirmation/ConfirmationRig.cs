using System.Globalization;
using System.Text;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Store;
using EdgeGateway.Telemetry;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink;
using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Downlink;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Manifest;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

/// <summary>Everything between the store and what comes down, as one process has it.</summary>
public sealed class ConfirmationRig
{
    public static readonly ConfirmationLimits Limits = new();

    public ConfirmationRig(InMemoryReadingStore store, UplinkSettings settings, GatewayIdentity identity, TimeProvider time, ConfirmationLimits? limits = null)
    {
        var used = limits ?? Limits;
        Topics = identity.Topics;
        Mode = new ConfirmationMode(settings, store, NullLogger<ConfirmationMode>.Instance);
        Delivery = new Delivery(store, store, Mode, used, time, NullLogger<Settler>.Instance);
        Gaps = new GapSearch(store, GapAnswers, NullLogger<GapSearch>.Instance);
        Desk = new ReceiptDesk(store, Delivery, Gaps, Faults, used, time, NullLogger<ReceiptDesk>.Instance);
        Presence = new PlatformPresence(used, time);
        Tail = new TailWatch(store, Delivery, Desk, Presence, used, time, NullLogger<TailWatch>.Instance);
        Names = new MediaDesk(store, store, Delivery, Faults, used, time, NullLogger<MediaDesk>.Instance);
        Files = new MediaWatch(store, Delivery, Presence, used, time, NullLogger<MediaWatch>.Instance);
        Dispatcher = new DownlinkDispatcher(Topics, Desk, Names, Mode, Presence, Commands, Faults);
        Manifests = new ManifestPublisher(
            store, Delivery, identity, new NoSettledGaps(), new ManifestPlan(settings.Manifest), new ManifestMark(store), time, NullLogger<ManifestPublisher>.Instance);
        Companions = new LinkCompanions(
            Dispatcher, new Subscriptions(Topics, Faults, time, NullLogger<Subscriptions>.Instance),
            new TopicPoints(Topics, store, time, NullLogger<TopicPoints>.Instance),
            new ConfirmationLoop(store, Delivery, Tail, Files, Names, Gaps, used, time), Manifests, new ReplyOutbox(Topics), NullLogger<LinkCompanions>.Instance);
    }

    public FaultCounters Faults { get; } = new();

    public ListedGapAnswers GapAnswers { get; } = new();

    public ListedCommandPort Commands { get; } = new();

    public Topics Topics { get; }

    public ConfirmationMode Mode { get; }

    public Delivery Delivery { get; }

    public GapSearch Gaps { get; }

    public ReceiptDesk Desk { get; }

    public PlatformPresence Presence { get; }

    public TailWatch Tail { get; }

    public MediaDesk Names { get; }

    public MediaWatch Files { get; }

    public DownlinkDispatcher Dispatcher { get; }

    public ManifestPublisher Manifests { get; }

    public LinkCompanions Companions { get; }

    public static ConfirmationRig Of(InMemoryReadingStore store, TimeProvider time, ConfirmChoice confirm = ConfirmChoice.Platform, ConfirmationLimits? limits = null) => new(
        store,
        new UplinkSettings { Brokers = [], Confirm = confirm },
        new GatewayIdentity(new Topics("edge/v1", "site-1", store.Gateway), store.Gateway, "0", DateTimeOffset.UnixEpoch, "c", new Catalogue([])),
        time, limits);

    public static Delivery DeliveryOf(IReadingStore store, IGatewayMemory memory, ConfirmChoice confirm = ConfirmChoice.Broker) => new(
        store, memory,
        new ConfirmationMode(new UplinkSettings { Brokers = [], Confirm = confirm }, memory, NullLogger<ConfirmationMode>.Instance),
        Limits, TimeProvider.System, NullLogger<Settler>.Instance);

    /// <summary>A receipt as it comes from the broker.</summary>
    public ValueTask ReceiveAsync(string epoch, long upTo, params (long First, long Last)[] missing)
    {
        string ranges = string.Join(',', missing.Select(range => string.Create(CultureInfo.InvariantCulture, $"[{range.First},{range.Last}]")));
        return SayAsync(Topics.Receipt, string.Create(CultureInfo.InvariantCulture, $"{{\"epoch\":\"{epoch}\",\"upTo\":{upTo},\"missing\":[{ranges}]}}"));
    }

    public ValueTask SayAsync(string topic, string payload) =>
        Dispatcher.TakeAsync(new MqttMessage { Topic = topic, Payload = Encoding.UTF8.GetBytes(payload) }, default);

    public long Faulted(string reason) => Faults.All().GetValueOrDefault($"downlink/{reason}");
}
