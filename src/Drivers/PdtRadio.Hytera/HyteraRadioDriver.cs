using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>A Hytera mobile or fixed-station radio at its data port (pdt-radio.md sections 2 and 4): connect, greet, then listen and acknowledge.</summary>
public sealed class HyteraRadioDriver : IDeviceDriver, ICommandable, IRadioLink
{
    private static readonly TimeSpan s_askAgain = TimeSpan.FromSeconds(30);

    private readonly DriverContext _context;
    private readonly HyteraRadioOptions _options;
    private readonly ConversationEnd _end = new();
    private readonly RadioConversation _conversation;
    private HrnpSession? _session;
    private BarePorts? _bare;

    public HyteraRadioDriver(DriverContext context, HyteraRadioOptions options)
    {
        (_context, _options) = (context, options);
        _conversation = new RadioConversation(context, options.Common, HyteraRadioMapping.DriverName, this);
    }

    /// <summary>The radio at hand, whose name our texts carry.</summary>
    public RadioIp? Own => _conversation.OwnId is { } id ? new RadioIp(_options.Common.Subnet, id) : null;

    public async Task ConnectAsync(CancellationToken ct)
    {
        if (_options.Mode == HyteraRadioMode.Udp)
        {
            _bare = new BarePorts(_context, _options, _end);
            _bare.Open();
        }

        _session = new HrnpSession(await OpenAsync(ct).ConfigureAwait(false), new HrnpRules(_options.AckTimeout, _options.Common.AcceptUnverified), _context, _end);
        await _session.ConnectAsync(ct).ConfigureAwait(false);
    }

    public Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        _conversation.Open(sink);
        return SideBySide.RunAsync(
            ct,
            stop => _session!.RunAsync(_conversation.TakeAsync, stop),
            stop => _bare?.RunAsync(_conversation.TakeAsync, stop) ?? _end.WaitAsync(stop),
            _conversation.RunAsync,
            GreetAsync,
            ProbeAsync);
    }

    public ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct) => _conversation.ExecuteAsync(command, ct);

    public async Task<bool> SendAsync(HdapMessage message, RadioRoute route, CancellationToken ct)
    {
        if (_bare?.Carries(message.Service) == true)
        {
            await _bare.SendAsync(message, route, ct).ConfigureAwait(false);
            return false;
        }

        var session = _session ?? throw new DeviceFaultException(FaultKind.Ended, "The session is over.");
        await session.SendAsync(message, ct).ConfigureAwait(false);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _session, null) is { } session)
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }

        _bare?.Dispose();
    }

    private async Task<IHrnpWire> OpenAsync(CancellationToken ct)
    {
        if (_options.Mode == HyteraRadioMode.Serial)
        {
            return new SerialHrnpWire(await _context.Transports.Serial!.OpenAsync(_options.Line, ct).ConfigureAwait(false), _context.Time);
        }

        var radio = new IPEndPoint(await RadioAddress.FindAsync(_options.Host, ct).ConfigureAwait(false), _options.HrnpPort);
        return new UdpHrnpWire(_context.Transports.Datagrams!.Open(new IPEndPoint(IPAddress.Any, _options.LocalHrnpPort)), radio);
    }

    /// <summary>A radio that cannot answer a question of the greeting is no worse a radio; one that tells of no emergencies is.</summary>
    private async Task GreetAsync(CancellationToken ct)
    {
        foreach (var question in RadioGreeting.Questions)
        {
            await _conversation.AskAsync(question, default, ct).ConfigureAwait(false);
        }

        var open = RadioGreeting.Switches;
        while (true)
        {
            open = await SwitchOnAsync(open, ct).ConfigureAwait(false);
            await Task.Delay(open.Count == 0 ? Timeout.InfiniteTimeSpan : s_askAgain, _context.Time, ct).ConfigureAwait(false);
        }
    }

    /// <returns>What was not granted.</returns>
    private async Task<IReadOnlyList<RcpContent>> SwitchOnAsync(IReadOnlyList<RcpContent> switches, CancellationToken ct)
    {
        var open = new List<RcpContent>();
        foreach (var one in switches)
        {
            if (!await _conversation.SwitchAsync(one, default, ct).ConfigureAwait(false))
            {
                open.Add(one);
            }
        }

        return open;
    }

    /// <summary>A radio that is silent is asked whether it is there.</summary>
    private async Task ProbeAsync(CancellationToken ct)
    {
        while (true)
        {
            var left = _options.ProbeAfter - _session!.Silence;
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, _context.Time, ct).ConfigureAwait(false);
            }
            else
            {
                await _session.SendAsync(RadioQuestions.OwnId.ToMessage(), ct).ConfigureAwait(false);
            }
        }
    }
}
