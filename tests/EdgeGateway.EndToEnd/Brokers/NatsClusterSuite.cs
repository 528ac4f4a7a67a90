using EdgeGateway.EndToEnd.Support.Brokers;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Brokers;

/// <summary>MQTT 3.1.1 only, three nodes.</summary>
public sealed class NatsClusterSuite(NatsCluster brokers, ITestOutputHelper output) : BrokerSuite(brokers, output), IClassFixture<NatsCluster>;
