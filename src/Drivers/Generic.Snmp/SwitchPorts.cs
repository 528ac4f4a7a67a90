using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Which ports are watched, and what they are called.</summary>
internal sealed class SwitchPorts(SwitchOptions options, IDeviceWatch watch)
{
    public const int Most = 128;

    /// <summary>ifType: ethernetCsmacd, and what older agents say of faster Ethernet.</summary>
    private static readonly long[] s_ethernet = [6, 62, 69, 117];

    public IReadOnlyList<PortFacts> Choose(SwitchAnswers answers)
    {
        PortFacts[] all = [.. answers.Ports.Rows.Select(row => PortFacts.Read(row, answers.IsNarrow))];
        PortFacts[] chosen = [.. all.Where(IsWatched).OrderByDescending(port => port.IsNamed(options.Important))];
        if (chosen.Length > Most)
        {
            watch.Fault(FaultKind.Unsupported, "too-many-ports");
        }

        if (answers.Ports.IsWhole && options.Ports.Concat(options.Important).Any(name => !all.Any(port => port.IsNamed([name]))))
        {
            watch.Fault(FaultKind.Unsupported, "port-not-found");
        }

        var twice = chosen.GroupBy(port => port.Label).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. chosen.Take(Most).Select(port => twice.Contains(port.Label) ? port with { Label = $"{port.Label}#{port.Index}" } : port)];
    }

    private bool IsWatched(PortFacts port) =>
        port.IsNamed(options.Important) || (options.Ports.Count > 0 ? port.IsNamed(options.Ports) : s_ethernet.Contains(port.Type));
}
