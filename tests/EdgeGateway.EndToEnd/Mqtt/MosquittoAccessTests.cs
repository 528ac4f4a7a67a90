using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.EndToEnd.Mqtt;

public sealed class MosquittoAccessTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Login_RightPassword_Connects(int version)
    {
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { Login = ("gw", "right") });
        await using MqttClient client = MqttBench.Client();

        MqttConnection connection = await client.ConnectAsync(MqttBench.To(broker, version) with { User = "gw", Password = new Secret("right") }, default);

        Assert.Equal(version, connection.Version);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Login_WrongPassword_IsRefusedAndIsNoReasonToStepDown(int version)
    {
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { Login = ("gw", "right") });
        await using MqttClient client = MqttBench.Client();

        var refused = await Assert.ThrowsAsync<MqttRefusedException>(
            () => client.ConnectAsync(MqttBench.To(broker, version) with { User = "gw", Password = new Secret("wrong") }, default));

        Assert.True(refused.Reason is 0x86 or 0x87, refused.Message);
        Assert.False(refused.StepDown);
    }

    [Fact]
    public async Task Tls_AuthorityKnown_ConnectsAndPublishes()
    {
        using var certificates = new TestCertificates();
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { Tls = certificates });
        await using MqttClient client = MqttBench.Client();
        await client.ConnectAsync(MqttBench.To(broker) with { Tls = new TlsSettings { CaFile = certificates.CaFile } }, default);

        MqttAck ack = await client.PublishAsync(MqttBench.Message("t/x", new string('x', 100_000))).WaitAsync(s_limit);

        Assert.Equal(0x10, ack.Reason);
    }

    [Fact]
    public async Task Tls_AuthorityOfSomebodyElse_SaysWhichFileToLookAt()
    {
        using var certificates = new TestCertificates();
        using var others = new TestCertificates();
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { Tls = certificates });
        await using MqttClient client = MqttBench.Client();

        var failed = await Assert.ThrowsAsync<IOException>(
            () => client.ConnectAsync(MqttBench.To(broker) with { Tls = new TlsSettings { CaFile = others.CaFile } }, default));

        Assert.Contains("not from a trusted authority: check the CA file", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tls_NameIsAnother_SaysBothNames()
    {
        using var certificates = new TestCertificates();
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { Tls = certificates });
        await using MqttClient client = MqttBench.Client();
        var tls = new TlsSettings { CaFile = certificates.CaFile, ServerName = "broker.example" };

        var failed = await Assert.ThrowsAsync<IOException>(() => client.ConnectAsync(MqttBench.To(broker) with { Tls = tls }, default));

        Assert.Contains("CN=127.0.0.1, not for broker.example", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MutualTls_WithCertificate_Connects()
    {
        using var certificates = new TestCertificates();
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { Tls = certificates, RequireCertificate = true });
        await using MqttClient client = MqttBench.Client();
        var tls = new TlsSettings { CaFile = certificates.CaFile, CertificateFile = certificates.ClientFile, KeyFile = certificates.ClientKeyFile };

        await client.ConnectAsync(MqttBench.To(broker) with { Tls = tls }, default);

        Assert.Equal(0x10, (await client.PublishAsync(MqttBench.Message("t/x", "x")).WaitAsync(s_limit)).Reason);
    }

    [Fact]
    public async Task MutualTls_WithoutCertificate_IsNoReasonToStepDown()
    {
        using var certificates = new TestCertificates();
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { Tls = certificates, RequireCertificate = true });
        await using MqttClient client = MqttBench.Client();

        await Assert.ThrowsAsync<IOException>(() => client.ConnectAsync(MqttBench.To(broker) with { Tls = new TlsSettings { CaFile = certificates.CaFile } }, default));
    }

    [Fact]
    public async Task Dial_NothingListens_SaysWhatToCheck()
    {
        await using MqttClient client = MqttBench.Client();
        var connect = new MqttConnect { Host = "127.0.0.1", Port = TestSite.FreePort(), Version = 5, ClientId = "x" };

        var failed = await Assert.ThrowsAsync<IOException>(() => client.ConnectAsync(connect, default));

        Assert.Contains("nothing listens on port", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dial_KeyFileMissing_NamesIt()
    {
        using var certificates = new TestCertificates();
        await using MqttClient client = MqttBench.Client();
        var tls = new TlsSettings { CaFile = certificates.CaFile, CertificateFile = certificates.ClientFile, KeyFile = "/nowhere/client.key" };

        var failed = await Assert.ThrowsAsync<IOException>(
            () => client.ConnectAsync(new MqttConnect { Host = "127.0.0.1", Port = 1, Version = 5, ClientId = "x", Tls = tls }, default));

        Assert.Contains("/nowhere/client.key", failed.Message, StringComparison.Ordinal);
    }
}
