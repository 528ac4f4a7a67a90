namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>
/// Changes that some machines make with every parcel, such as radiation on and off, may be told a few at once and then one in ten
/// seconds; what came between is told with the next. Changes of the safety chain do not ask here.
/// </summary>
internal sealed class ChangeBudget
{
    private const double Most = 6;
    private const double SecondsForOne = 10;

    private double _left = Most;
    private TimeSpan? _last;

    /// <param name="at">When, by a clock that nobody sets.</param>
    public bool Take(TimeSpan at)
    {
        double passed = _last is { } last ? (at - last).TotalSeconds : 0;
        _last = at;
        _left = Math.Min(Most, _left + (passed / SecondsForOne));
        if (_left < 1)
        {
            return false;
        }

        _left--;
        return true;
    }
}
