namespace EdgeGateway.Pipeline.Airspace;

/// <summary>A condition that counts only when it has held for a while, and is over only when it has not held for a while.</summary>
/// <param name="begins">How long it must be so.</param>
/// <param name="ends">How long it must be so no more.</param>
internal sealed class HeldState(TimeSpan begins, TimeSpan ends)
{
    private TimeSpan? _since;

    public bool IsOn { get; private set; }

    /// <summary>One more observation.</summary>
    /// <param name="isSo">What was seen.</param>
    /// <param name="now">On a clock that nobody can set.</param>
    public void See(bool isSo, TimeSpan now)
    {
        if (isSo == IsOn)
        {
            _since = null;
            return;
        }

        _since ??= now;
        if (now - _since >= (isSo ? begins : ends))
        {
            Set(isSo);
        }
    }

    /// <summary>Without waiting: as the last run left it.</summary>
    public void Set(bool isOn) => (IsOn, _since) = (isOn, null);
}
