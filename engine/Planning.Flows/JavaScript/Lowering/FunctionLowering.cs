using Jint.Parser.Ast;
using Planning.Flows.JavaScript.Reading;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>Lowers one function: its variables, its parameters, its body.</summary>
internal sealed class FunctionLowering
{
    private readonly JsFunction _code;
    private readonly List<string> _locals = [];
    private int _temporaries;
    private int _temporariesMade;

    public FunctionLowering(ScriptLowering lowering, LowerScope? around, JsFunction code)
    {
        Lowering = lowering;
        _code = code;
        Scope = new LowerScope(around);
        Top = Scope;
        Expressions = new ExpressionLowering(this);
        Assignments = new AssignmentLowering(this);
        Calls = new CallLowering(this);
        Statements = new StatementLowering(this);
        Loops = new LoopLowering(this);
        Classes = new ClassLowering(this);
    }

    public ScriptLowering Lowering { get; }

    public ExpressionLowering Expressions { get; }

    public AssignmentLowering Assignments { get; }

    public CallLowering Calls { get; }

    public StatementLowering Statements { get; }

    public LoopLowering Loops { get; }

    public ClassLowering Classes { get; }

    /// <summary>What is known where the reader stands.</summary>
    public LowerScope Scope { get; private set; }

    /// <summary>The scope of the function itself, beside its parameters and <c>var</c>s.</summary>
    public LowerScope Top { get; }

    /// <summary>Names that functions in the loops around mention.</summary>
    public Stack<IReadOnlySet<string>> LoopClosures { get; } = [];

    /// <summary>The class whose constructor or method this is: the variable that holds it, and whether it is static.</summary>
    public (string Variable, bool IsStatic)? Home { get; init; }

    /// <summary>True while a try around would catch what is missing.</summary>
    public bool IsGuarded { get; set; }

    /// <summary>Where the value of the last statement is kept; null when nobody asks for it.</summary>
    public string? Result { get; private set; }

    public FunctionTemplate LowerWhole()
    {
        Declare();
        var body = new List<Statement>();
        var last = (_code.Body.Count > 0 ? _code.Body[^1] : null) as JsStatement.Expression;
        if (last is null && _code.Body is not ([.., JsStatement.Return] or [.., JsStatement.Throw] or []))
        {
            Result = Local("result");
        }

        body.AddRange(Statements.Hoisted(_code.Body));
        body.AddRange(Statements.All(last is null ? _code.Body : [.. _code.Body.SkipLast(1)]));
        var answer = last is not null ? Expressions.Lower(last.Value)
            : Result is not null ? Emit.Name(Result) : Emit.Undefined();
        if (body.Count > 0)
        {
            body.Add(Emit.Return(answer));
        }

        return Template() with
        {
            Body = body.Count > 0 ? Emit.Block(body) : null,
            Value = body.Count > 0 ? null : answer,
        };
    }

    /// <param name="name">What an anonymous function is called because of where it stands.</param>
    /// <param name="knowsItself">True for a function expression: its name means itself, and only inside.</param>
    public FunctionTemplate Lower(string? name, bool knowsItself)
    {
        var parameters = new List<string>();
        var prologue = new List<Statement>();
        if (_code.UsesArguments)
        {
            Scope.Add("arguments", new LoweredName("arguments"));
        }

        var rest = DeclareParameters(parameters);
        Declare();
        var own = knowsItself && _code.Name is { } ownName && !Scope.Has(ownName) ? ownName : null;
        if (own is not null)
        {
            Scope.Add(own, new LoweredName(own));
        }

        LowerParameters(parameters, rest, prologue);
        Expression? value = null;
        var body = prologue;
        if (prologue.Count == 0 && _code is { IsArrow: true, Body: [JsStatement.Return { Value: { } only }] })
        {
            value = Expressions.Lower(only);
        }
        else
        {
            body.AddRange(Statements.Hoisted(_code.Body));
            body.AddRange(Statements.All(_code.Body));
        }

        return Template() with
        {
            Name = _code.Name ?? name,
            Parameters = parameters,
            Rest = rest,
            Value = value,
            Body = value is null ? Emit.Block(body) : null,
            OwnName = own,
        };
    }

    public T Within<T>(LowerScope scope, Func<T> lower)
    {
        var before = Scope;
        Scope = scope;
        var result = lower();
        Scope = before;
        return result;
    }

    /// <summary>A new variable of the function.</summary>
    public string Local(string word)
    {
        var name = Lowering.Fresh(word);
        _locals.Add(name);
        return name;
    }

    /// <summary>A variable for the length of one expression.</summary>
    public string Temporary()
    {
        var name = $"#{++_temporaries}";
        if (_temporaries > _temporariesMade)
        {
            _temporariesMade++;
            _locals.Add(name);
        }

        return name;
    }

    public void ReleaseTemporaries() => _temporaries = 0;

    /// <summary>A variable that is assigned and nowhere declared: it belongs to the script.</summary>
    public string DeclareImplied(string word)
    {
        if (!Top.Has(word))
        {
            _locals.Add(word);
            Top.Add(word, new LoweredName(word));
        }

        return word;
    }

    /// <summary>A name that is declared somewhere around.</summary>
    public Identifier Known(LoweredName name, string word, int at)
    {
        if (name.AwaitedBy == this && !IsGuarded)
        {
            Lowering.Report(at, $"{word} is used before it is declared. Move its declaration up.");
        }

        return Lowering.At(Emit.Name(name.Name), at);
    }

    /// <summary>A closure of this function over the variables that are known here.</summary>
    public Expression Closure(JsFunction code, string? name = null, bool knowsItself = false) =>
        Closure(code, code.IsArrow ? Home : null, null, name, knowsItself);

    public Expression Closure(
        JsFunction code, (string, bool)? home, ClassTemplate? isClass, string? name, bool knowsItself = false)
    {
        var inner = new FunctionLowering(Lowering, Scope, code) { Home = home, IsGuarded = IsGuarded };
        var template = inner.Lower(name, knowsItself) with { Class = isClass };
        return Lowering.At(Emit.Use(Operators.Closure(template)), code.At);
    }

    private FunctionTemplate Template() => new(null, [])
    {
        Locals = _locals,
        IsArrow = _code.IsArrow,
        IsMethod = _code.IsMethod,
        UsesArguments = _code.UsesArguments && !Declares("arguments"),
        Length = _code.Parameters.TakeWhile(parameter => parameter is not JsTarget.WithDefault).Count(),
        Depth = _code.InnerDepth,
    };

    private bool Declares(string name) => _locals.Contains(name)
        || _code.Parameters.SelectMany(TargetNames.Of).Any(parameter => parameter.Word == name);

    /// <summary>Declares what <c>var</c>, <c>let</c>, <c>const</c>, functions and classes of the function's own level name.</summary>
    private void Declare()
    {
        foreach (var name in _code.Vars)
        {
            if (!Scope.Has(name) || name == "arguments")
            {
                _locals.Add(name);
                Scope.Add(name, new LoweredName(name));
            }
        }

        foreach (var (word, isConstant, at) in StatementLowering.LexicalNames(_code.Body))
        {
            if (IsParameter(word) || _code.Vars.Contains(word) || _locals.Contains(word))
            {
                Lowering.Report(at, $"{word} is declared twice. Rename one of them, or remove the second declaration.");
            }
            else
            {
                _locals.Add(word);
                Scope.Add(word, new LoweredName(word, isConstant) { AwaitedBy = this });
            }
        }
    }

    private bool IsParameter(string name) =>
        _code.Parameters.Append(_code.Rest).SelectMany(TargetNames.Of).Any(parameter => parameter.Word == name);

    private string? DeclareParameters(List<string> parameters)
    {
        foreach (var parameter in _code.Parameters)
        {
            var simple = parameter is JsTarget.WithDefault standard ? standard.Target : parameter;
            parameters.Add(simple is JsTarget.Variable variable ? variable.Word : Lowering.Fresh("p"));
        }

        for (var index = 0; index < parameters.Count; index++)
        {
            if (parameters.LastIndexOf(parameters[index]) > index)
            {
                parameters[index] = Lowering.Fresh("p"); // Of parameters with the same name the last one counts.
            }
        }

        foreach (var name in _code.Parameters.Append(_code.Rest).SelectMany(TargetNames.Of))
        {
            Scope.Add(name.Word, new LoweredName(name.Word));
            if (!parameters.Contains(name.Word) && name != _code.Rest && !_locals.Contains(name.Word))
            {
                _locals.Add(name.Word);
            }
        }

        return _code.Rest switch
        {
            null => null,
            JsTarget.Variable variable => variable.Word,
            _ => Lowering.Fresh("p"),
        };
    }

    private void LowerParameters(List<string> parameters, string? rest, List<Statement> prologue)
    {
        foreach (var (index, parameter) in _code.Parameters.Index())
        {
            if (parameter is JsTarget.Variable)
            {
                continue;
            }

            var given = Emit.Name(parameters[index]);
            prologue.Add(Emit.Do(Assignments.Give(parameter, given, isDeclaration: true)));
            ReleaseTemporaries();
        }

        if (rest is not null && _code.Rest is not JsTarget.Variable)
        {
            prologue.Add(Emit.Do(Assignments.Give(_code.Rest!, Emit.Name(rest), isDeclaration: true)));
            ReleaseTemporaries();
        }
    }
}
