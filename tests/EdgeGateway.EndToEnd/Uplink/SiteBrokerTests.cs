using System.Collections.Concurrent;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.Site;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.EndToEnd.Uplink;

/// <summary>The site's broker is a real mosquitto.</summary>
public sealed class SiteBrokerTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly string _rules = Path.GetTempFileName();
    private readonly ConcurrentQueue<string> _heard = new();

    public void Dispose() => File.Delete(_rules);

    [Fact]
    public async Task Message_NotTaken_ComesAgainOverARestartAndALoginIsNeeded()
    {
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { Login = ("gw", "right"), Persistence = true });
        string[] door = ["-u", "gw", "-P", "right", "-q", "1"];
        Assert.Equal(FaultKind.Refused, (await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(broker, Note, "wrong"))).Kind);

        // A full disk: the message is left to the broker, and what follows it too.
        await using (var first = await ConnectAsync(broker, _ => throw new StoreRefusedException("disk full")))
        {
            await broker.PublishAsync([.. door, "-t", "robot/connection", "-m", "one", "-r"]);
            Assert.Contains("disk full", await first.Ended.WaitAsync(s_limit), StringComparison.Ordinal);
        }

        await broker.PublishAsync([.. door, "-t", "robot/connection", "-m", "while away"]);
        await using (var second = await ConnectAsync(broker, Note))
        {
            await Wait.UntilAsync(() => _heard.Count >= 2, s_limit, () => broker.Output);
            Assert.Equal(["one", "while away"], _heard.Take(2));

            await broker.StopAsync();
            Assert.NotEmpty(await second.Ended.WaitAsync(s_limit));
            Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(broker, Note))).Kind);
        }

        await broker.StartAgainAsync();
        await using var third = await ConnectAsync(broker, Note);
        await broker.PublishAsync([.. door, "-t", "robot/state", "-m", "three"]);
        await Wait.UntilAsync(() => _heard.Contains("three"), s_limit, () => broker.Output);
    }

    /// <summary>An acl_file would not do: mosquitto grants such filters and keeps the messages back.</summary>
    [Fact]
    public async Task Filter_NotAllowed_IsAFaultThatNamesIt()
    {
        await File.WriteAllTextAsync(_rules, """
            { "defaultACLAccess": { "publishClientSend": true, "publishClientReceive": true, "subscribe": true, "unsubscribe": true },
              "clients": [], "groups": [ { "groupname": "all", "roles": [ { "rolename": "some" } ] } ], "anonymousGroup": "all",
              "roles": [ { "rolename": "some", "acls": [ { "acltype": "subscribePattern", "topic": "secret/#", "priority": 1, "allow": false } ] } ] }
            """);
        string plugin = Directory.EnumerateFiles("/usr/lib", "mosquitto_dynamic_security.so", SearchOption.AllDirectories).First();
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { More = [$"plugin {plugin}", $"plugin_opt_config_file {_rules}"] });

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(broker, Note, null, "secret/+"));
        await using var open = await ConnectAsync(broker, Note, null);

        Assert.Equal(FaultKind.Refused, fault.Kind);
        Assert.Contains("does not let us read secret/+;", fault.Message, StringComparison.Ordinal);
        Assert.Contains("secret/+", (await Assert.ThrowsAsync<IOException>(() => open.SubscribeAsync(["secret/+"], default))).Message, StringComparison.Ordinal);
        await open.SubscribeAsync(["other/+"], default).WaitAsync(s_limit);
        await open.PublishAsync("other/x", "to itself"u8.ToArray(), default).WaitAsync(s_limit);
        await Wait.UntilAsync(() => _heard.Contains("to itself"), s_limit, () => broker.Output);
    }

    private static Task<ISiteBroker> ConnectAsync(
        MosquittoBroker broker, Func<SiteMessage, ValueTask> onMessage, string? password = "right", params string[] more)
    {
        var connector = new MqttConnector(new TcpDialer(), new Forgetful(), TimeProvider.System, NullLogger<MqttConnector>.Instance);
        var options = new SiteBrokerOptions
        {
            Host = "127.0.0.1", Port = broker.Port, ClientId = "edgegateway-robot", User = password is null ? null : "gw", Password = password is null ? null : new Secret(password),
        };
        return new SiteBrokers(connector, NullLogger<SiteBrokers>.Instance).ConnectAsync(options, ["robot/+", .. more], onMessage, default).WaitAsync(s_limit);
    }

    private ValueTask Note(SiteMessage message)
    {
        _heard.Enqueue(Encoding.UTF8.GetString(message.Payload.Span));
        return ValueTask.CompletedTask;
    }

    private sealed class Forgetful : IVersionMemory
    {
        public int? Recall(string broker) => null;

        public Task RememberAsync(string broker, int version, CancellationToken ct) => Task.CompletedTask;
    }
}
