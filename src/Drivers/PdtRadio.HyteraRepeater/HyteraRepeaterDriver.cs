using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>A Hytera repeater or fixed station (pdt-radio.md section 3): one HSTRP link for each service of each slot.</summary>
public sealed class HyteraRepeaterDriver : IDeviceDriver, ICommandable, IRadioLink
{
    /// <summary>Reason counted when nothing at all comes in after our connects, as behind a firewall (Q20).</summary>
    public const string NothingInbound = "nothing-inbound";

    /// <summary>Reason counted for a port that is silent while others answer.</summary>
    public const string PortSilent = "port-silent";

    private static readonly TimeSpan s_tryAgain = TimeSpan.FromSeconds(30);

    private readonly DriverContext _context;
    private readonly HyteraRepeaterOptions _options;
    private readonly HstrpSession _session;
    private readonly RadioConversation _conversation;
    private readonly List<HstrpLink> _links = [];

    public HyteraRepeaterDriver(DriverContext context, HyteraRepeaterOptions options)
    {
        (_context, _options) = (context, options);
        _session = new HstrpSession(new HstrpRules(options.AckTimeout, options.Heartbeat, options.Common.AcceptUnverified), context);
        _conversation = new RadioConversation(context, options.Common, HyteraRepeaterMapping.DriverName, this);
    }

    /// <summary>The subnet byte says nothing to a repeater (pdt-radio.md section 1.2).</summary>
    public RadioIp? Own => new RadioIp(0, _options.GatewayId);

    /// <summary>Connects every port; at least one must answer, the others are tried again while the conversation goes on.</summary>
    public async Task ConnectAsync(CancellationToken ct)
    {
        var address = await RadioAddress.FindAsync(_options.Host, ct).ConfigureAwait(false);
        var identity = new RepeaterIdentity(_options.DeviceId, address);
        foreach (var place in _options.Places)
        {
            var port = _context.Transports.Datagrams!.Open(new IPEndPoint(IPAddress.Any, place.LocalPort));
            _links.Add(new HstrpLink(place, port, new IPEndPoint(address, place.Port), identity, _session));
            _links[^1].Open();
        }

        bool[] connected = await Task.WhenAll(_links.Select(link => link.ConnectAsync(ct))).ConfigureAwait(false);
        if (_session.End.IsOver)
        {
            await _session.End.WaitAsync(ct).ConfigureAwait(false);
            throw new DeviceFaultException(FaultKind.Ended, "The repeater closed the connection while it was being set up.");
        }

        if (!connected.Contains(true))
        {
            throw NobodyAnswered();
        }
    }

    public Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        _conversation.Open(sink);
        return SideBySide.RunAsync(
            ct,
            [
                _session.End.WaitAsync,
                stop => _session.RunAsync(_conversation.TakeAsync, stop),
                _conversation.RunAsync,
                GreetAsync,
                .. _links.Select<HstrpLink, Func<CancellationToken, Task>>(link => link.BeatAsync),
            ]);
    }

    public ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct) => _conversation.ExecuteAsync(command, ct);

    public async Task<bool> SendAsync(HdapMessage message, RadioRoute route, CancellationToken ct)
    {
        var link = LinkFor(message.Service, route.Slot)
            ?? throw new RadioLinkException("service-off", $"No port of the repeater carries {message.Service} here.");
        await link.SendAsync(message, ct).ConfigureAwait(false);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        HstrpLink[] links = [.. _links];
        _links.Clear();
        foreach (var link in links)
        {
            await link.DisposeAsync().ConfigureAwait(false);
        }
    }

    private HstrpLink? LinkFor(HdapService service, int? slot) =>
        _links.Where(link => link.Place.Service == service && link.IsConnected).OrderBy(link => link.Place.Slot == (slot ?? 1) ? 0 : 1).FirstOrDefault();

    /// <summary>Asks for the calls of each slot until the repeater grants them, in each of its lives, and tries silent ports again.</summary>
    private async Task GreetAsync(CancellationToken ct)
    {
        var granted = new Dictionary<HstrpLink, int>();
        while (true)
        {
            // Taken before the links are looked at: who begins anew meanwhile is looked at again at once.
            var anew = _session.Anew;
            foreach (var link in _links)
            {
                await GreetAsync(link, granted, ct).ConfigureAwait(false);
            }

            await anew.WaitAsync(s_tryAgain, _context.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
        }
    }

    private async Task GreetAsync(HstrpLink link, Dictionary<HstrpLink, int> granted, CancellationToken ct)
    {
        if (!link.IsConnected)
        {
            _context.Watch.Fault(FaultKind.Silent, PortSilent);
            await link.ConnectAsync(ct).ConfigureAwait(false);
        }

        int life = link.Life;
        bool asks = link.IsConnected && link.Place.Service == HdapService.Rcp && (!granted.TryGetValue(link, out int known) || known != life);
        if (asks && await _conversation.SwitchAsync(RadioQuestions.Broadcasts, new RadioRoute(default, Slot: link.Place.Slot), ct).ConfigureAwait(false))
        {
            granted[link] = life;
        }
    }

    private DeviceFaultException NobodyAnswered()
    {
        _context.Watch.Fault(FaultKind.Unreachable, NothingInbound);
        string ports = string.Join(", ", _options.Places.Select(place => place.LocalPort).Where(port => port != 0));
        return new DeviceFaultException(
            FaultKind.Unreachable,
            $"Connects went out to {_options.Host} and nothing came back on any of {_options.Places.Count} ports. Check address and power, that the repeater forwards to this "
            + $"gateway, and that a firewall of this machine lets UDP in{(ports.Length > 0 ? $" (ports {ports})" : string.Empty)}: it may let it out and not in.");
    }
}
