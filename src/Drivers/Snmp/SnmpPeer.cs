using System.Net;
using System.Net.Sockets;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Snmp;

/// <summary>
/// One agent: one question at a time is in the air, goes out up to three times with one request id, and only its answer from that address and
/// port under the same community counts. It can ask for values and for nothing else.
/// </summary>
internal sealed class SnmpPeer(DriverContext context, SnmpTarget target, IDatagramPort port, IPEndPoint agent) : IDisposable
{
    private const int Tries = 3;

    /// <summary>Answers to questions as old as this are late; others are nobody's.</summary>
    private const int Remembered = 64;

    private readonly byte[] _community = Encoding.ASCII.GetBytes(target.Community);
    private readonly byte[] _buffer = new byte[SnmpReader.Longest + 1];

    // Ids of one run differ from those of the run before, so that an answer of that time is not taken for one of now.
    private int _lastId = (int)(context.Time.GetUtcNow().ToUnixTimeSeconds() & 0x00FF_FFFF) << 6;

    public SnmpVersion Version => target.Version;

    /// <exception cref="DeviceFaultException">The name leads nowhere, or no port can be had.</exception>
    public static async Task<SnmpPeer> OpenAsync(DriverContext context, SnmpTarget target, CancellationToken ct)
    {
        var ports = context.Transports.Datagrams ?? throw new DeviceFaultException(FaultKind.Misconfigured, "There is no UDP here.");
        var agent = new IPEndPoint(await AddressAsync(target.Host, ct).ConfigureAwait(false), target.Port);
        var any = agent.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any;
        return new SnmpPeer(context, target, ports.Open(new IPEndPoint(any, 0)), agent);
    }

    /// <exception cref="DeviceFaultException">Silent: no answer, however often; Unreachable: nothing can be sent.</exception>
    public Task<SnmpMessage> GetAsync(IReadOnlyList<ObjectId> names, CancellationToken ct) =>
        AskAsync(id => SnmpQuestion.Get(target.Community, id, names, target.Version), ct);

    /// <inheritdoc cref="GetAsync"/>
    public Task<SnmpMessage> GetNextAsync(IReadOnlyList<ObjectId> names, CancellationToken ct) =>
        AskAsync(id => SnmpQuestion.GetNext(target.Community, id, names, target.Version), ct);

    /// <summary>Several rows at once; version 2c only.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<SnmpMessage> GetBulkAsync(IReadOnlyList<ObjectId> names, int rows, CancellationToken ct) =>
        AskAsync(id => SnmpQuestion.GetBulk(target.Community, id, names, rows), ct);

    public void Dispose() => port.Dispose();

    private async Task<SnmpMessage> AskAsync(Func<int, byte[]> write, CancellationToken ct)
    {
        int id = _lastId = (_lastId + 1) & int.MaxValue;
        byte[] question = write(id);
        try
        {
            for (int tries = 0; tries < Tries; tries++)
            {
                await port.SendAsync(question, agent, ct).ConfigureAwait(false);
                if (await AnswerAsync(id, ct).ConfigureAwait(false) is { } answer)
                {
                    context.Watch.Heard();
                    return answer;
                }

                context.Watch.Fault(FaultKind.Silent, "answer-missing");
            }
        }
        catch (IOException error)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, error.Message, inner: error);
        }

        throw new DeviceFaultException(FaultKind.Silent, $"No SNMP answer from {agent} in {Tries} tries; a wrong community looks the same as nobody there.");
    }

    /// <returns>The answer, or null when the wait is over.</returns>
    private async Task<SnmpMessage?> AnswerAsync(int id, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(target.Timeout, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        while (true)
        {
            try
            {
                var got = await port.ReceiveAsync(_buffer, either.Token).ConfigureAwait(false);
                if (Judge(got, id) is { } answer)
                {
                    return answer;
                }
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return null;
            }
        }
    }

    private SnmpMessage? Judge(DatagramReceipt got, int id)
    {
        if (got.From.Port != agent.Port || !Same(got.From.Address, agent.Address))
        {
            context.Watch.Fault(FaultKind.Garbled, "answer-from-a-stranger");
            return null;
        }

        var read = SnmpReader.Read(_buffer.AsMemory(0, got.Length), target.Version);
        if (read.Message is { Pdu: BerTag.GetResponse } answer && answer.RequestId == id)
        {
            return IsOurs(answer) ? answer : null;
        }

        bool late = read.Message is { Pdu: BerTag.GetResponse } old && old.RequestId < id && old.RequestId >= id - Remembered;
        context.Watch.Fault(late ? FaultKind.Silent : FaultKind.Garbled, late ? "answer-late" : read.Fault ?? "answer-to-nobody");
        return null;
    }

    private bool IsOurs(SnmpMessage answer)
    {
        bool ours = answer.Version == target.Version && answer.Community.Span.SequenceEqual(_community);
        if (!ours)
        {
            context.Watch.Fault(FaultKind.Garbled, "answer-under-another-community");
        }

        return ours;
    }

    private static bool Same(IPAddress one, IPAddress other) => one.MapToIPv6().Equals(other.MapToIPv6());

    private static async Task<IPAddress> AddressAsync(string host, CancellationToken ct)
    {
        if (IPAddress.TryParse(host, out var address))
        {
            return address;
        }

        try
        {
            return (await Dns.GetHostAddressesAsync(host, ct).ConfigureAwait(false))[0];
        }
        catch (SocketException error)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, $"The name {host} leads to no address: {error.Message}", inner: error);
        }
    }
}
