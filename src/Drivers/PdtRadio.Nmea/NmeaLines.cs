using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Nmea;

namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>What is shown of recorded sentences, one by one; the reading stands with the last sentence of its moment.</summary>
internal sealed class NmeaLines(RadioDecodeOptions options)
{
    private readonly List<DecodedFrame> _lines = [];
    private readonly NmeaEpoch _epoch = new();
    private int _lastOfMoment;

    public void Add(NmeaItem item)
    {
        if ((item.Fault ?? _epoch.Add(item.Sentence!)) is { } fault)
        {
            _lines.Add(DecodedFrame.Failed(fault, NmeaFaultWords.Explain(fault)));
            return;
        }

        var sentence = item.Sentence!;
        _lines.Add(new DecodedFrame { Type = sentence.Type, Fields = NmeaFields.Of(sentence) });
        if (sentence.Type is NmeaRmc.TypeName or NmeaGga.TypeName)
        {
            // A moment that this sentence completed is its own; one that it ended, by being of another, is of the sentence before.
            bool completed = !_epoch.IsOpen;
            _lastOfMoment = completed ? _lines.Count - 1 : _lastOfMoment;
            Show();
            _lastOfMoment = _lines.Count - 1;
        }
    }

    public IReadOnlyList<DecodedFrame> End()
    {
        _epoch.Close();
        Show();
        return _lines;
    }

    private void Show()
    {
        while (_epoch.Next() is { } fix)
        {
            var reading = NmeaMapping.ToReading(fix, options.Via, options.OwnId, options.Received);
            _lines[_lastOfMoment] = _lines[_lastOfMoment] with { Readings = [reading] };
        }
    }
}
