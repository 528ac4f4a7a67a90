using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Rrs;
using EdgeGateway.Protocol.Hytera.Tmp;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>
/// Bare messages on UDP, a port for each service (pdt-radio.md section 1.1). There is no acknowledgement of the transport: a radio
/// that wants an answer gets the one of its service, all else is said once.
/// </summary>
internal sealed class BarePorts : IDisposable
{
    private readonly DriverContext _context;
    private readonly HyteraRadioOptions _options;
    private readonly ConversationEnd _end;
    private readonly InboundWork<BareInbound> _inbound;
    private readonly List<(BarePort Place, IDatagramPort Port)> _ports = [];
    private HdapTaker? _take;

    public BarePorts(DriverContext context, HyteraRadioOptions options, ConversationEnd end)
    {
        (_context, _options, _end) = (context, options, end);
        _inbound = new InboundWork<BareInbound>(HandleAsync);
    }

    /// <exception cref="DeviceFaultException">A port is taken.</exception>
    public void Open()
    {
        foreach (var place in _options.Ports)
        {
            _ports.Add((place, _context.Transports.Datagrams!.Open(new IPEndPoint(IPAddress.Any, place.Local))));
        }
    }

    public bool Carries(HdapService service) => _ports.Any(port => port.Place.Service == service);

    /// <summary>Takes what radios send until it is stopped.</summary>
    public Task RunAsync(HdapTaker take, CancellationToken ct)
    {
        _take = take;
        return SideBySide.RunAsync(
            ct, [_inbound.RunAsync, .. _ports.Select<(BarePort Place, IDatagramPort Port), Func<CancellationToken, Task>>(one => stop => ListenAsync(one, stop))]);
    }

    /// <summary>To the address that is the radio's own behind the one at hand.</summary>
    /// <exception cref="RadioLinkException">The network takes nothing there; others may be reached still.</exception>
    public async Task SendAsync(HdapMessage message, RadioRoute route, CancellationToken ct)
    {
        var (place, port) = PortOf(message.Service);
        try
        {
            await port.SendAsync(HdapMessage.Write(message), new IPEndPoint(AddressOf(route), place.Remote), ct).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw new RadioLinkException(LinkFaults.NoRoute, error.Message);
        }
    }

    public void Dispose()
    {
        foreach (var (_, port) in _ports)
        {
            port.Dispose();
        }
    }

    private async Task ListenAsync((BarePort Place, IDatagramPort Port) one, CancellationToken ct)
    {
        var buffer = new byte[2048];
        try
        {
            while (true)
            {
                var receipt = await one.Port.ReceiveAsync(buffer, ct).ConfigureAwait(false);
                Take(one.Place, buffer.AsSpan(0, receipt.Length), receipt.From);
            }
        }
        catch (IOException error)
        {
            throw _end.Because(error);
        }
    }

    /// <remarks>Radio control ends emergencies and says who the radio at hand is: it is believed on its own link only, which knows its radio.</remarks>
    private void Take(BarePort place, ReadOnlySpan<byte> datagram, IPEndPoint from)
    {
        if (HdapMessage.TryRead(datagram, out string? fault, _options.Common.AcceptUnverified) is not { } message)
        {
            _context.Watch.Garbled(fault!);
            return;
        }

        if (message.Service == HdapService.Rcp || (message.Service != place.Service && message.Service != HdapService.Dds))
        {
            _context.Watch.Fault(FaultKind.Garbled, LinkFaults.WrongPort);
            return;
        }

        _context.Watch.Heard();
        if (!_inbound.TryTake(new BareInbound(message, from)))
        {
            Lose(message, LinkFaults.Crowded);
        }
    }

    private async Task HandleAsync(BareInbound inbound, CancellationToken ct)
    {
        var route = new RadioRoute(default, Back: inbound.From);
        try
        {
            var taken = await _take!(inbound.Message, route, ct).ConfigureAwait(false);
            taken.Acknowledged?.Invoke();
            foreach (var answer in taken.Answers)
            {
                await AnswerAsync(answer, inbound.From, ct).ConfigureAwait(false);
            }
        }
        catch (StoreRefusedException)
        {
            Lose(inbound.Message, LinkFaults.NotSafe);
        }
    }

    /// <summary>Whoever asks may forge the address of the answer: it ends nothing. A network card that is gone is told by the receiver, and by the radio at hand.</summary>
    private async Task AnswerAsync(HdapMessage answer, IPEndPoint to, CancellationToken ct)
    {
        try
        {
            await PortOf(answer.Service).Port.SendAsync(HdapMessage.Write(answer), to, ct).ConfigureAwait(false);
        }
        catch (IOException)
        {
            _context.Watch.Fault(FaultKind.Unreachable, LinkFaults.NoRoute);
        }
    }

    private (BarePort Place, IDatagramPort Port) PortOf(HdapService service) => _ports.First(one => one.Place.Service == service);

    /// <summary>A radio that waits for an answer asks again; what wants none is gone.</summary>
    private void Lose(HdapMessage message, string reason)
    {
        bool comesAgain = HdapContent.Read(message) is RrsRegistration or TmpMessage { IsConfirmed: true };
        _context.Watch.Fault(FaultKind.Busy, comesAgain ? reason : WatchReasons.NotStored);
    }

    private IPAddress AddressOf(RadioRoute route)
    {
        var radio = new RadioIp(route.IsGroup ? _options.GroupSubnet : _options.Common.Subnet, route.Radio.Id);
        return IPAddress.Parse(radio.ToString());
    }

    private sealed record BareInbound(HdapMessage Message, IPEndPoint From);
}
