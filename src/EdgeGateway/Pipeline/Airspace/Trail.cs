namespace EdgeGateway.Pipeline.Airspace;

/// <summary>The last believed fixes, half a second apart at least, oldest first; the newest is always there.</summary>
internal sealed class Trail
{
    private const int Most = 6;

    private static readonly TimeSpan s_apart = TimeSpan.FromMilliseconds(500);

    private readonly Told<Fix>[] _fixes = new Told<Fix>[Most];
    private int _count;
    private TimeSpan _at;

    public ReadOnlySpan<Told<Fix>> Fixes => _fixes.AsSpan(0, _count);

    public Told<Fix>? Last => _count == 0 ? null : _fixes[_count - 1];

    /// <summary>When <see cref="Last"/> came, on a clock that nobody can set.</summary>
    public TimeSpan LastAt { get; private set; }

    public void Add(Told<Fix> fix, TimeSpan now)
    {
        LastAt = now;
        if (_count > 1 && now - _at < s_apart)
        {
            _fixes[_count - 1] = fix;
            return;
        }

        if (_count == Most)
        {
            Array.Copy(_fixes, 1, _fixes, 0, Most - 1);
            _count--;
        }

        _fixes[_count++] = fix;
        _at = now;
    }
}
