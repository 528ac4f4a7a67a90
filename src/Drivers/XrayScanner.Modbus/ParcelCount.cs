namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>
/// Makes parcels out of a counter that is looked at now and then (docs/decisions/0017-modbus.md). Each number is told once; of numbers
/// that went by unseen it is told that they passed; a counter that begins anew is no step back.
/// </summary>
public sealed class ParcelCount
{
    /// <summary>A counter that went back and stands lower than this counts from zero; one that stands higher was set.</summary>
    private const int NearZero = 1_000;

    private readonly ParcelRules _rules;
    private readonly long? _lastRemembered;
    private ParcelMark? _mark;
    private ParcelMark? _beforeRestart;
    private ParcelSight? _waiting;
    private ParcelSight? _told;
    private long? _standing;
    private IReadOnlyList<string> _doubts = [];

    /// <param name="rules">How it counts.</param>
    /// <param name="remembered">What was told before; null: never looked, and what stands there now is older than we are.</param>
    public ParcelCount(ParcelRules rules, ParcelMark? remembered) => (_rules, _mark, _lastRemembered) = (rules, remembered, remembered?.Last);

    /// <summary>How far it is; null before the first sight.</summary>
    public ParcelMark? Mark => _mark;

    /// <summary>Whether it says nothing that was not told.</summary>
    public bool Knows(ParcelSight sight) => _told is { } told && (told.Sequence, told.Decision, told.Barcode) == (sight.Sequence, sight.Decision, sight.Barcode);

    /// <param name="sight">What stands in the registers.</param>
    /// <returns>What is to be told, in order; usually nothing. Also when nothing is told the mark may have moved.</returns>
    public IReadOnlyList<ParcelStatement> See(ParcelSight sight)
    {
        _mark ??= new ParcelMark(0, sight.Sequence);
        if (_told is null && _waiting is null && sight.Sequence == _mark.Value.Last)
        {
            // It was told before this process looked; a label that still stands there with the next parcel is this one's.
            _told = sight;
            Remember(sight.Barcode);
        }

        var statements = new List<ParcelStatement>();
        if (sight.Sequence != (_waiting?.Sequence ?? _mark.Value.Last))
        {
            End(statements);
            Move(sight, statements);
        }

        if (_waiting is { } begun && begun.Sequence == sight.Sequence)
        {
            _waiting = sight with { At = begun.At };
            if (sight.Decision != 0 || sight.At - begun.At >= _rules.DecisionWait)
            {
                End(statements);
            }
        }
        else if (_told is { } told && told.Sequence == sight.Sequence && sight.Decision != 0 && (told.Decision, told.Barcode) != (sight.Decision, sight.Barcode))
        {
            _told = sight;
            Remember(sight.Barcode);
            statements.Add(Statement(sight, FormattableString.Invariant($"/{sight.Decision}/{sight.Barcode}"), Repeats(sight.Barcode)));
        }

        return statements;
    }

    /// <summary>Call behind <see cref="See"/> of the same round.</summary>
    /// <param name="said">The operator's register.</param>
    /// <param name="sequence">What the counter says in this round.</param>
    /// <param name="at">When.</param>
    /// <returns>What is to be told; null when the operator decided nothing.</returns>
    public ParcelStatement? SeeOperator(int said, long sequence, DateTimeOffset at)
    {
        // Nobody decides on a parcel within the moment in which it came: what came together is about the one before.
        long? about = _standing ?? (_lastRemembered == sequence ? sequence : null);
        _standing = sequence;
        if (_mark is not { } mark || mark.Operator == said)
        {
            return null;
        }

        bool isDecision = said != 0 && about is not null && mark.Operator >= 0;
        _mark = mark with { Operator = said, Decisions = mark.Decisions + (isDecision ? 1 : 0) };
        return !isDecision ? null : new ParcelStatement(about!.Value, Key(about.Value, FormattableString.Invariant($"/operator/{said}/{_mark.Value.Decisions}")), at, _mark.Value)
        {
            Operator = said,
            Decision = _told is { } told && told.Sequence == about ? told.Decision : null,
            Barcode = _told is { } same && same.Sequence == about ? same.Barcode : null,
            Flags = _told is { } again && again.Sequence == about ? Repeats(again.Barcode) : [],
        };
    }

    /// <summary>Tells the parcel that waited for its decision, with what is known of it.</summary>
    private void End(List<ParcelStatement> statements)
    {
        if (_waiting is not { } sight)
        {
            return;
        }

        (_waiting, _told) = (null, sight);
        string? label = LabelDigest.Of(sight.Barcode);
        _mark = _mark!.Value with { Last = sight.Sequence, Decisions = 0, Repeated = label == _mark.Value.Label ? label : null };
        Remember(sight.Barcode);
        string[] none = sight.Decision == 0 ? [ParcelFlags.NoDecision] : [];
        statements.Add(Statement(sight, string.Empty, [.. _doubts, .. none, .. Repeats(sight.Barcode)]));
        _doubts = [];
    }

    private void Remember(string? label) => _mark = _mark!.Value with { Label = LabelDigest.Of(label) ?? _mark.Value.Label };

    private string[] Repeats(string? label) => label is not null && LabelDigest.Of(label) == _mark!.Value.Repeated ? [ParcelFlags.BarcodeRepeated] : [];

    /// <summary>The counter stands elsewhere than it stood.</summary>
    private void Move(ParcelSight sight, List<ParcelStatement> statements)
    {
        long last = _mark!.Value.Last;
        long forward = (sight.Sequence - last + _rules.Modulus) % _rules.Modulus;
        if (sight.Sequence < last && forward > NearZero)
        {
            Restart(sight, statements);
        }
        else if (forward - 1 <= _rules.MostSkipped)
        {
            Skip(last + 1, forward - 1, sight.At, [], statements);
        }
        else if (_beforeRestart is { } before && _mark.Value.Last == 0 && sight.Sequence - before.Last is var passed and >= 0 && passed <= _rules.MostSkipped)
        {
            // A controller that starts says zero until it has remembered: it did not begin anew.
            (_mark, _beforeRestart) = (before, null);
            if (passed > 0)
            {
                Skip(before.Last + 1, passed - 1, sight.At, [], statements);
            }
            else
            {
                return;
            }
        }
        else
        {
            _doubts = [ParcelFlags.CounterJumped];
        }

        _waiting = sight.Sequence == 0 && _mark.Value.Last == 0 ? null : sight;
    }

    private void Restart(ParcelSight sight, List<ParcelStatement> statements)
    {
        _beforeRestart = _mark;
        bool fromZero = sight.Sequence <= NearZero && sight.Sequence - 1 <= _rules.MostSkipped;
        _mark = _mark!.Value with { Generation = _mark.Value.Generation + 1, Last = fromZero ? 0 : sight.Sequence - 1, Decisions = 0 };
        _told = null;
        _doubts = sight.Sequence == 0 ? [] : [ParcelFlags.CounterRestarted];
        Skip(1, fromZero ? sight.Sequence - 1 : 0, sight.At, _doubts, statements);
    }

    private void Skip(long first, long count, DateTimeOffset at, IReadOnlyList<string> doubts, List<ParcelStatement> statements)
    {
        for (long i = 0; i < count; i++)
        {
            long sequence = (first + i) % _rules.Modulus;
            _mark = _mark!.Value with { Last = sequence, Decisions = 0 };
            statements.Add(new ParcelStatement(sequence, Key(sequence, string.Empty), at, _mark.Value) { Flags = [ParcelFlags.Skipped, .. doubts] });
        }
    }

    private ParcelStatement Statement(ParcelSight sight, string more, IReadOnlyList<string> flags) =>
        new(sight.Sequence, Key(sight.Sequence, more), sight.At, _mark!.Value) { Decision = sight.Decision, Barcode = sight.Barcode, Flags = flags };

    private string Key(long sequence, string more) => FormattableString.Invariant($"{_rules.Unit}/{_mark!.Value.Generation}/{sequence}{more}");
}

/// <summary>How a counter counts.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Modulus">First number that it cannot say.</param>
/// <param name="MostSkipped">Most unseen parcels that are told one by one.</param>
/// <param name="DecisionWait">How long a decision may come behind its number.</param>
public sealed record ParcelRules(string Unit, long Modulus, int MostSkipped, TimeSpan DecisionWait);
