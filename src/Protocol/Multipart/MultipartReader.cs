namespace EdgeGateway.Protocol.Multipart;

/// <summary>
/// Incremental multipart reader (plate-camera.md section 6): takes bytes cut anywhere, believes Content-Length only
/// where a boundary confirms it, and starts over at the next boundary when something is wrong.
/// </summary>
public sealed class MultipartReader
{
    private static readonly byte[] s_blanks = " \t\r\n"u8.ToArray();

    private readonly ByteWindow _window;
    private readonly MultipartLimits _limits;
    private readonly Queue<string> _faults = new();
    private readonly string? _announced;
    private DelimiterSearch _search;
    private PartBody? _body;
    private State _state = State.Opening;
    private int _from;
    private int _dropped;
    private bool _garbage;
    private bool _blamed;
    private bool _final;

    /// <summary>For a stream; feed it with <see cref="Append"/>.</summary>
    /// <param name="boundary">From <see cref="MultipartBoundary.From"/>; null looks at the first line, then assumes <c>boundary</c>.</param>
    /// <param name="limits">Null takes <see cref="MultipartLimits.Default"/>.</param>
    public MultipartReader(string? boundary, MultipartLimits? limits = null)
        : this(new ByteWindow(), boundary, limits)
    {
    }

    /// <summary>For a whole body, which is sliced and never copied.</summary>
    public MultipartReader(ReadOnlyMemory<byte> whole, string? boundary, MultipartLimits? limits = null)
        : this(new ByteWindow(whole), boundary, limits) => _final = true;

    private MultipartReader(ByteWindow window, string? boundary, MultipartLimits? limits)
    {
        _window = window;
        _limits = limits ?? MultipartLimits.Default;
        _announced = MultipartBoundary.Core(boundary);
        _search = new DelimiterSearch(_announced ?? MultipartBoundary.Assumed);
    }

    private enum State
    {
        Opening,
        Between,
        Headers,
        Body,
    }

    /// <summary>Bytes that wait for more.</summary>
    public int Buffered => _window.Length;

    public void Append(ReadOnlySpan<byte> bytes) => _window.Append(bytes);

    /// <summary>No more bytes will come: what is left is decided now.</summary>
    public void Complete() => _final = true;

    /// <returns>False when the next bytes must come first.</returns>
    public bool TryRead(out MultipartItem item)
    {
        while (true)
        {
            if (_faults.TryDequeue(out string? fault))
            {
                item = new MultipartItem(null, fault);
                return true;
            }

            if (Step(out item) is var outcome and not Outcome.Again)
            {
                return outcome == Outcome.Item;
            }
        }
    }

    /// <summary>
    /// For a stream that has gone quiet: hands out the part whose announced length is here and that looks whole, without
    /// waiting for a boundary that may come only with the next event.
    /// </summary>
    /// <returns>False when no part is waiting or it may not be whole.</returns>
    public bool TryReadWaiting(out MultipartItem item)
    {
        item = default;
        if (_state != State.Body || _body!.Headers.ContentLength is not { } length || length > _window.Length || length == 0)
        {
            return false;
        }

        var span = _window.Span;
        if (span[(int)length..].IndexOfAnyExcept(s_blanks) >= 0 || !LooksWhole(span[..(int)length]))
        {
            return false;
        }

        item = Take(new Delimiter((int)length, _window.Length, false), (int)length);
        _state = State.Between;
        return true;
    }

    private static bool LooksWhole(ReadOnlySpan<byte> body)
    {
        body = body.TrimEnd(s_blanks);
        return body.EndsWith(">"u8) || body.EndsWith("}"u8) || body.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]);
    }

    private Outcome Step(out MultipartItem item)
    {
        item = default;
        return _state switch
        {
            State.Opening => Open(),
            State.Between => SeekBoundary(out item),
            State.Headers => ReadHeaders(),
            _ => ReadBody(out item),
        };
    }

    private Outcome Open()
    {
        var verdict = FirstLine.Sniff(_window.Span, _announced is null, _final, out string? seen);
        if (verdict == Verdict.NeedMore)
        {
            return Outcome.Wait;
        }

        if (verdict == Verdict.Yes && seen != _announced)
        {
            _search = new DelimiterSearch(seen!, _announced ?? MultipartBoundary.Assumed);
            Report(_announced is null ? null : MultipartFaults.BoundaryMismatch);
        }

        Enter(State.Between);
        return Outcome.Again;
    }

    private Outcome SeekBoundary(out MultipartItem item)
    {
        item = default;
        var verdict = _search.Find(_window.Span, ref _from, _final, out var found);
        if (verdict != Verdict.Yes)
        {
            DropGarbage(verdict);
            return Outcome.Wait;
        }

        NoteGarbage(found.Start);
        Report(_garbage && !_blamed ? MultipartFaults.Garbage : null);
        (_garbage, _dropped, _blamed) = (false, 0, false);
        Pass(found);
        return found.Closing ? Outcome.Item : Outcome.Again;
    }

    // Keeps what may be the start of a boundary line, forgets the rest, so that noise needs no memory.
    private void DropGarbage(Verdict verdict)
    {
        int keep = _final ? 0 : _search.Tail;
        int drop = verdict == Verdict.NeedMore ? 0 : _window.Length - keep;
        drop = drop <= 0 ? 0 : _final ? drop : _window.Span[..drop].LastIndexOf((byte)'\n') + 1;
        drop = drop == 0 && _window.Length > _limits.Headers ? _window.Length - keep : drop;
        NoteGarbage(drop);
        _window.Skip(drop);
        _from = Math.Max(0, _from - drop);
        _dropped += drop;
        if (_garbage && (_dropped > _limits.WithoutBoundary || (_final && !_blamed && _window.Length == 0)))
        {
            (_garbage, _dropped) = (false, 0);
            Report(MultipartFaults.NoBoundary);
        }
    }

    private Outcome ReadHeaders()
    {
        var span = _window.Span;
        var verdict = HeaderBlock.Find(span, _final, out int length, out int next);
        if (verdict == Verdict.NeedMore && span.Length <= _limits.Headers)
        {
            return Outcome.Wait;
        }

        if (verdict == Verdict.No && span.IndexOfAnyExcept(s_blanks) < 0)
        {
            _window.Skip(span.Length);
            Enter(State.Between);
            return Outcome.Wait;
        }

        int from = 0;
        if (_search.Find(span[..length], ref from, false, out _) == Verdict.Yes)
        {
            return StartOver(MultipartFaults.HeadersBroken);
        }

        if (verdict != Verdict.Yes || length > _limits.Headers)
        {
            return StartOver(length > _limits.Headers ? MultipartFaults.HeadersTooLarge : MultipartFaults.HeadersBroken);
        }

        _body = new PartBody(PartHeaders.Parse(span[..length]), _search, _limits);
        _window.Skip(next);
        if (_body.Headers.ContentLength > _limits.Part)
        {
            return StartOver(MultipartFaults.PartTooLarge);
        }

        Enter(State.Body);
        return Outcome.Again;
    }

    private Outcome ReadBody(out MultipartItem item)
    {
        item = default;
        var verdict = _body!.Find(_window.Span, _final, out var end, out int length, out string? fault);
        if (verdict == Verdict.No)
        {
            return StartOver(MultipartFaults.NoBoundary);
        }

        if (verdict == Verdict.NeedMore)
        {
            return Outcome.Wait;
        }

        Report(fault);
        item = Take(end, length);
        return Outcome.Item;
    }

    private MultipartItem Take(Delimiter end, int length)
    {
        var part = new MultipartPart(_body!.Headers, _window.Keep(length), _body.Ended);
        _body = null;
        Pass(end);
        return new MultipartItem(part, null);
    }

    // A closing boundary stays in view: it is reported as the end in its own turn.
    private void Pass(Delimiter line)
    {
        bool reportEnd = line.Closing && _state == State.Body;
        _window.Skip(reportEnd ? line.Start : line.Next);
        Enter(line.Closing || line.Next == line.Start ? State.Between : State.Headers);
    }

    private Outcome StartOver(string fault)
    {
        Report(fault);
        // What is dropped from here to the next boundary has its reason already.
        (_body, _blamed, _dropped) = (null, true, -_window.Length);
        Enter(State.Between);
        return Outcome.Again;
    }

    private void NoteGarbage(int length) => _garbage |= _window.Span[..length].IndexOfAnyExcept(s_blanks) >= 0;

    private void Report(string? fault)
    {
        if (fault is not null)
        {
            _faults.Enqueue(fault);
        }
    }

    private void Enter(State state) => (_state, _from) = (state, 0);

    private enum Outcome
    {
        Again,
        Wait,
        Item,
    }
}
