using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink;
using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Failover;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

/// <summary>Puts the room together over a store in memory.</summary>
internal static class UplinkRig
{
    public static Forwarder ForwarderOf(
        InMemoryReadingStore store, Delivery delivery, Topics topics, Audience audience, ForwarderLimits limits, TimeProvider time, BackfillPace? pace = null) => new(
        store, store, store, store, delivery, topics, audience, pace ?? new BackfillPace(store, time), new UplinkMeter(store), limits, time, NullLogger<Forwarder>.Instance);

    /// <summary>The whole uplink, ready to run towards the brokers of the settings.</summary>
    public static UplinkService ServiceOf(
        InMemoryReadingStore store, UplinkSettings settings, GatewayIdentity identity, ConfirmationRig rig, Audience audience, ForwarderLimits limits)
    {
        var time = TimeProvider.System;
        var board = new HealthBoard();
        var messages = new StateMessages(identity, store, rig.Delivery, board, audience, new FaultCounters(), new KernelClockJudge(time, new FaultCounters()));
        var connector = new MqttConnector(new TcpDialer(), new BrokerVersions(store), time, NullLogger<MqttConnector>.Instance);
        var failover = new FailoverLimits();
        var choice = new BrokerChoice(settings, failover, time, new Random(1));
        var returns = new ReturnWatch(settings, choice, new BrokerProbe(settings, identity, connector, time), failover, time, new Random(1), NullLogger<ReturnWatch>.Instance);
        return new UplinkService(
            settings, identity, connector, ForwarderOf(store, rig.Delivery, identity.Topics, audience, limits, time),
            messages, new StatePublisher(messages, board, time), rig.Companions, new ConnectionCounter(store),
            new BrokerPatience(settings, store, new Random(1)), choice, returns, failover, new UplinkMeter(store), time, new Random(1), NullLogger<UplinkService>.Instance);
    }
}
