using EdgeGateway.EndToEnd.Support.Brokers;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Brokers;

/// <summary>MQTT 5, strict.</summary>
public sealed class EjabberdSuite(EjabberdPair brokers, ITestOutputHelper output) : BrokerSuite(brokers, output), IClassFixture<EjabberdPair>;
