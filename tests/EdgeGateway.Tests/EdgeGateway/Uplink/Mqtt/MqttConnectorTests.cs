using System.Collections.Concurrent;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Mqtt;

public sealed class MqttConnectorTests : IAsyncLifetime
{
    private readonly PlatformEndpoint _platform = new();
    private readonly Memory _memory = new();
    private readonly CountingDialer _dialer = new();

    public Task InitializeAsync() => _platform.StartAsync();

    public Task DisposeAsync() => _platform.DisposeAsync().AsTask();

    public static TheoryData<string> Refusals => ["old form, code 1", "reason 0x84", "closed without a word"];

    [Fact]
    public async Task Connect_BrokerSpeaks5_Uses5()
    {
        Assert.Equal(5, await ConnectAsync(Connector()));
        Assert.Equal(5, _memory.Single().Value);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Connect_BrokerRefuses5_StepsDownAndRemembers(string form)
    {
        _platform.Faults.Refusal = Refusal(form);
        MqttConnector connector = Connector();

        Assert.Equal(4, await ConnectAsync(connector));
        Assert.Equal(2, _dialer.Dials);
        Assert.Equal(4, await ConnectAsync(connector));
        Assert.Equal(3, _dialer.Dials);
        Assert.Equal(4, _memory.Single().Value);
    }

    [Fact]
    public async Task Connect_NewProcess_AsksFor5Again()
    {
        _platform.Faults.Refusal = ConnectRefusal.LikeNats;
        Assert.Equal(4, await ConnectAsync(Connector()));
        _platform.Faults.Refusal = null;

        Assert.Equal(5, await ConnectAsync(Connector()));
        Assert.Equal(5, _memory.Single().Value);
    }

    [Theory]
    [InlineData(0x87)]
    [InlineData(0x86)]
    [InlineData(0x89)]
    public async Task Connect_BrokerRefusesUs_DoesNotStepDown(byte reason)
    {
        _platform.Faults.Refusal = new ConnectRefusal(RefusalForm.ConnAck, reason);

        var refused = await Assert.ThrowsAsync<MqttRefusedException>(() => ConnectAsync(Connector()));

        Assert.Equal((reason, false), (refused.Reason, refused.StepDown));
        Assert.Equal(1, _dialer.Dials);
        Assert.Empty(_memory);
    }

    [Theory]
    [InlineData(1, 0x84)]
    [InlineData(2, 0x85)]
    [InlineData(3, 0x88)]
    [InlineData(4, 0x86)]
    [InlineData(5, 0x87)]
    public async Task Connect_RefusedIn311_CodeIsTranslatedAndNeverStepsDown(byte code, byte reason)
    {
        _platform.Faults.Refusal = new ConnectRefusal(RefusalForm.OldConnAck, code);

        var refused = await Assert.ThrowsAsync<MqttRefusedException>(() => ConnectAsync(Connector(), version: 4));

        Assert.Equal((reason, false), (refused.Reason, refused.StepDown));
    }

    [Fact]
    public async Task Connect_BrokerClosesInBothVersions_IsNoVerdictOnTheVersion()
    {
        _platform.Faults.Refusal = new ConnectRefusal(RefusalForm.Silent);

        await Assert.ThrowsAsync<IOException>(() => ConnectAsync(Connector()));

        Assert.Empty(_memory);
    }

    private static ConnectRefusal Refusal(string form) => form switch
    {
        "old form, code 1" => ConnectRefusal.LikeNats,
        "reason 0x84" => ConnectRefusal.UnsupportedVersion,
        _ => ConnectRefusal.LikeRabbitMq,
    };

    private MqttConnector Connector() => new(_dialer, _memory, TimeProvider.System, NullLogger<MqttConnector>.Instance);

    private async Task<int> ConnectAsync(MqttConnector connector, int version = 5)
    {
        var connect = new MqttConnect { Host = "127.0.0.1", Port = _platform.Port, Version = version, ClientId = "gw" };
        (IMqttClient client, MqttConnection connection) = await connector.ConnectAsync(connect, default);
        await client.DisposeAsync();
        return connection.Version;
    }

    private sealed class Memory : ConcurrentDictionary<string, int>, IVersionMemory
    {
        public int? Recall(string broker) => TryGetValue(broker, out int version) ? version : null;

        public Task RememberAsync(string broker, int version, CancellationToken ct)
        {
            this[broker] = version;
            return Task.CompletedTask;
        }
    }

    private sealed class CountingDialer : ITcpDialer
    {
        private readonly TcpDialer _real = new();

        public int Dials { get; private set; }

        public Task<Stream> DialAsync(string host, int port, TlsSettings? tls, CancellationToken ct)
        {
            Dials++;
            return _real.DialAsync(host, port, tls, ct);
        }
    }
}
