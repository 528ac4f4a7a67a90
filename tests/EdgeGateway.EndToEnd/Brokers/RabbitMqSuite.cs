using EdgeGateway.EndToEnd.Support.Brokers;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Brokers;

/// <summary>MQTT 3.1.1 only, sessions in quorum queues.</summary>
public sealed class RabbitMqSuite(RabbitMqPair brokers, ITestOutputHelper output) : BrokerSuite(brokers, output), IClassFixture<RabbitMqPair>;
