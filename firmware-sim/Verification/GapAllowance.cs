namespace EdgeGateway.Sim.Verification;

/// <summary>How many readings, and how many of them for their pictures, each device may lack because a gap record says so.</summary>
public sealed class GapAllowance
{
    private readonly HashSet<DeclaredGap> _gaps = [];

    /// <summary>Distinct records: the same one under another number says nothing new.</summary>
    public IReadOnlyCollection<DeclaredGap> Gaps => _gaps;

    /// <summary>Readings and pictures declared as gone, of all devices.</summary>
    public long Total => _gaps.Sum(gap => gap.Count);

    public void Add(ReceivedLine line)
    {
        if (DeclaredGap.Of(line) is { } gap)
        {
            _gaps.Add(gap);
        }
    }

    /// <param name="device">Device id; <see cref="GapClaims.Untold"/> for what no device can be named for.</param>
    /// <param name="pictures">True: how many pictures; false: how many readings.</param>
    public long Of(string device, bool pictures) => _gaps.Where(gap => gap.Device == device && gap.IsOfPictures == pictures).Sum(gap => gap.Count);
}
