namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>Doubts about one reading, in the order they were raised.</summary>
internal sealed class TetraFlags
{
    private List<string>? _flags;

    public void Add(bool raised, string flag)
    {
        if (raised && _flags?.Contains(flag) != true)
        {
            (_flags ??= []).Add(flag);
        }
    }

    public IReadOnlyList<string>? OrNull() => _flags;
}
