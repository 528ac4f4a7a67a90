using EdgeGateway.EndToEnd.Support.Brokers;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Brokers;

/// <summary>MQTT 5, main line.</summary>
public sealed class MosquittoSuite(MosquittoPair brokers, ITestOutputHelper output) : BrokerSuite(brokers, output), IClassFixture<MosquittoPair>;
