using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>A radio on the network: HRNP on one port, or bare messages on a port for each service (pdt-radio.md section 1.1).</summary>
public sealed class HyteraUdpTests : IAsyncLifetime
{
    private readonly UdpRadio _radio = new();
    private readonly Socket _far = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    public Task InitializeAsync()
    {
        _far.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _far.Dispose();
        await _radio.DisposeAsync();
    }

    [Fact]
    public async Task UdpHrnp_AText_IsSafeThenAcknowledged()
    {
        await using var radio = await Conversing.BeginAsync(Driver(HyteraRadioMode.UdpHrnp, Host()));

        _radio.Peer.Say(RadioBytes.GroupText(1, 1, 7, "\u4e2d\u6587"));

        await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 1, "acknowledged");
        Assert.Equal("\u4e2d\u6587", radio.Bodies<RadioMessageBody>().Single().Text);
    }

    [Fact]
    public async Task UdpHrnp_OneZeroByte_EndsTheSessionSoThatItBeginsAnew()
    {
        var host = Host();
        await using var radio = await Conversing.BeginAsync(Driver(HyteraRadioMode.UdpHrnp, host));

        _radio.Send([0]);

        Assert.Equal(FaultKind.Ended, (await radio.FaultAsync()).Kind);
        Assert.Contains((FaultKind.Ended, "peer-reset"), host.Faults);
    }

    [Fact]
    public async Task UdpHrnp_TheRadiosPortChanges_IsAnsweredThere()
    {
        var ports = new RecordingPorts();
        var host = Host();
        host.Datagrams = ports;
        await using var radio = await Conversing.BeginAsync(Driver(HyteraRadioMode.UdpHrnp, host));
        await Eventually.TrueAsync(() => _radio.Peer.Heard.Count(frame => frame.Opcode == HeardFrame.DataAck) == 8, "the greeting, from the old port");

        _far.SendTo(RadioBytes.Hrnp(HeardFrame.Data, 500, RadioBytes.GroupText(1, 1, 7, "x")), new IPEndPoint(IPAddress.Loopback, ports.Opened.Single().Port));

        var answer = new byte[100];
        int length = await _far.ReceiveAsync(answer).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((HeardFrame.DataAck, (ushort)500), (HeardFrame.Of(answer.AsSpan(0, length)).Opcode, HeardFrame.Of(answer.AsSpan(0, length)).Number));
    }

    [Fact]
    public async Task Udp_BareRegistration_IsAnsweredWhereItCameFromWhenItIsSafe()
    {
        var ports = new RecordingPorts();
        var host = Host();
        host.Datagrams = ports;
        await using var radio = await Conversing.BeginAsync(Driver(HyteraRadioMode.Udp, host), new FakeSink { Holds = true });
        _far.SendTo(RadioBytes.Registration(7), new IPEndPoint(IPAddress.Loopback, ports.Opened[0].Port));
        await Eventually.TrueAsync(() => radio.Sink.Entered.Count == 1, "the registration");
        Assert.Equal(0, _far.Available);

        radio.Sink.Release();

        var answer = new byte[100];
        int length = await _far.ReceiveAsync(answer).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(RadioBytes.Hdap(RadioBytes.Rrs, 0x0080, [.. RadioBytes.Ip(10, 7), 0, .. RadioBytes.Big32(1800)]), answer[..length]);
    }

    [Fact]
    public async Task Udp_BareReportThatTheDiskRefuses_IsCountedAsLost()
    {
        var ports = new RecordingPorts();
        var host = Host();
        host.Datagrams = ports;
        await using var radio = await Conversing.BeginAsync(Driver(HyteraRadioMode.Udp, host), new FakeSink { Refuses = true });

        _far.SendTo(RadioBytes.Position(1, 7), new IPEndPoint(IPAddress.Loopback, ports.Opened[1].Port));
        _far.SendTo(RadioBytes.Registration(7), new IPEndPoint(IPAddress.Loopback, ports.Opened[0].Port));

        await Eventually.TrueAsync(() => radio.Sink.Entered.Count == 2 && host.Faults.Count(fault => fault.Kind == FaultKind.Busy) == 2, "both were refused");
        Assert.Equal(1, host.Faults.Count(fault => fault.Reason == "reading-not-stored"));
        Assert.Equal(1, host.Faults.Count(fault => fault.Reason == "not-safe"));
    }

    [Fact]
    public async Task Udp_SendText_GoesToTheAddressThatIsTheRadiosOwn()
    {
        // 127.0.0.9 stands for the radio that would be 10.0.0.9 behind the one at hand.
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        far.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.9"), 0));
        int port = ((IPEndPoint)far.LocalEndPoint!).Port;
        await using var radio = await Conversing.BeginAsync(Driver(HyteraRadioMode.Udp, Host(), port));
        await Eventually.TrueAsync(() => _radio.Peer.Data.Count() == 8, "the greeting told who the radio at hand is");

        var order = radio.OrderAsync("radio.send-text", "{\"to\": 9, \"kind\": \"individual\", \"text\": \"hi\"}");

        var heard = new byte[200];
        var got = await far.ReceiveFromAsync(heard, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal<byte>([0x09, 0x80, 0xA1], heard[..3]);
        Assert.Equal(RadioBytes.Ip(127, 9), heard[9..13]);
        uint request = (uint)((heard[5] << 24) | (heard[6] << 16) | (heard[7] << 8) | heard[8]);
        await far.SendToAsync(RadioBytes.TextAck(request, 9, 2101, 0), got.RemoteEndPoint);
        Assert.Equal(global::EdgeGateway.Protocol.Commands.CommandState.Done, (await order.WaitAsync(TimeSpan.FromSeconds(60))).State);

        // No acknowledgement of the transport exists here, so none is told of; the order is done before the disk is.
        await Eventually.TrueAsync(() => radio.Sink.Stored >= 1, "told");
        Assert.Equal(["application"], radio.Bodies<RadioDeliveryBody>().Select(delivery => delivery.Level));
    }

    [Fact]
    public async Task Udp_MessagesOfOtherServices_AreCountedAndNotTaken()
    {
        var ports = new RecordingPorts();
        var host = Host();
        host.Datagrams = ports;
        await using var radio = await Conversing.BeginAsync(Driver(HyteraRadioMode.Udp, host));
        var presence = new IPEndPoint(IPAddress.Loopback, ports.Opened[0].Port);

        _far.SendTo(RadioBytes.Call(1, 1, 100, 7), presence);
        _far.SendTo(RadioBytes.Position(1, 7), presence);
        _far.SendTo(RadioBytes.Delivery(RadioBytes.Tmp, 0x80A1, 7, 5), presence);
        _far.SendTo(RadioBytes.Registration(7), presence);

        await Eventually.TrueAsync(() => radio.Sink.Stored >= 2, "what may come there is taken");
        Assert.Equal(2, host.Faults.Count(fault => fault.Reason == "wrong-port"));
        Assert.Equal([typeof(RadioDeliveryBody), typeof(RadioPresenceBody)], radio.Sink.Entered.Select(reading => reading.Body.GetType()).Order(Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name))));
    }

    [Fact]
    public async Task Udp_AnswerToAnAddressThatIsNone_IsCountedAndTheOthersAreAnswered()
    {
        var ports = new RecordingPorts();
        var host = Host();
        host.Datagrams = ports;
        await using var radio = await Conversing.BeginAsync(Driver(HyteraRadioMode.Udp, host));
        var presence = new IPEndPoint(IPAddress.Loopback, ports.Opened[0].Port);
        int far = ((IPEndPoint)_far.LocalEndPoint!).Port;
        ports.Claims = from => from.Port == far ? new IPEndPoint(from.Address, 0) : from;

        _far.SendTo(RadioBytes.Registration(7), presence);
        await Eventually.TrueAsync(() => radio.Running.IsCompleted || host.Faults.Contains((FaultKind.Unreachable, "no-route")), "counted");
        ports.Claims = from => from;
        _far.SendTo(RadioBytes.Registration(8), presence);

        var answer = new byte[100];
        int length = await _far.ReceiveAsync(answer).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(RadioBytes.Ip(10, 8), answer[..length][5..9]);
        Assert.False(radio.Running.IsCompleted);
    }

    [Fact]
    public async Task Udp_OrderToAnAddressThatIsNone_FailsAndTheConversationGoesOn()
    {
        await using var radio = await Conversing.BeginAsync(Driver(HyteraRadioMode.Udp, Host(), textPort: 0));
        await Eventually.TrueAsync(() => _radio.Peer.Data.Count() == 8, "the greeting");

        var outcome = await radio.OrderAsync("radio.send-text", "{\"to\": 9, \"kind\": \"individual\", \"text\": \"hi\"}").WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((global::EdgeGateway.Protocol.Commands.CommandState.Failed, "no-route"), (outcome.State, outcome.Reason));
        Assert.False(radio.Running.IsCompleted);
    }

    private static FakeHost Host() => new(new NoInbox());

    private HyteraRadioDriver Driver(HyteraRadioMode mode, FakeHost host, int textPort = 3004) => new(
        host.Context,
        new HyteraRadioOptions
        {
            Mode = mode,
            Host = "127.0.0.1",
            HrnpPort = _radio.Port,
            LocalHrnpPort = 0,
            Ports = [new BarePort(HdapService.Rrs, 3002, 0), new BarePort(HdapService.Lp, 3003, 0), new BarePort(HdapService.Tmp, textPort, 0)],
            Common = new RadioLinkOptions { Subnet = 127 },
        });
}
